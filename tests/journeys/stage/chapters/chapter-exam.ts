import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { PaperView } from '../../../../src/modules/delivery/contract.ts'
import { comes, goTo, reads, signInAs, textOf } from '../acts.ts'
import { handInWork, workThrough } from '../country.ts'
import { checkIn, closeSitting, enterExam, keysOf, respondTo, responsesOn } from '../sitting.ts'
import type { Step } from '../story.ts'
import { applicant } from '../tale.ts'

const book = keysOf('L4')

/** From the allocation of seats to both papers handed in. */
export const examChapter: readonly Step[] = [
  [
    'after the deadline the national centre closes registration and has the seats arranged',
    async ({ stage, national }) => {
      stage.clock('2026-12-14', '09:00')
      await national.goto('/home')
      await stage.picture(national, 'national-home-after-deadline', 'phone')
      await goTo(national, '考次日历')
      await national.getByRole('button', { name: /2026-12/ }).click()
      await national.getByRole('dialog').getByRole('link', { name: '打开考次' }).click()
      await national.getByRole('button', { name: '截止报名' }).click()
      await national.getByRole('tooltip').getByRole('button', { name: '截止报名' }).click()
      await national.getByRole('button', { name: '开始编场' }).click()
      await comes(national, /已于.*编场/)
      await stage.picture(national, 'session-arranged', 'phone')
    },
  ],
  [
    'the candidate finds the admission ticket and downloads it as PDF with its fonts inside',
    async tale => {
      const { stage, candidate } = tale
      await candidate.goto('/home')
      await reads(candidate, '张准考证可打印')
      await stage.picture(candidate, 'candidate-home-with-ticket', 'phone')
      await goTo(candidate, '我的准考证')
      await stage.picture(candidate, 'ticket', 'phone')
      const text = await candidate.getByRole('article', { name: '准考证' }).innerText()
      tale.ticketNumber = (/准考证号\s*([\d\s]+)/.exec(text)?.[1] ?? '').replace(/\s/g, '')
      assert.match(tale.ticketNumber, /^\d{8,}$/)
      const [download] = await Promise.all([
        candidate.waitForEvent('download'),
        candidate.getByRole('button', { name: '下载准考证（PDF）' }).click(),
      ])
      const pdf = readFileSync(await download.path(), 'latin1')
      assert.match(download.suggestedFilename(), /准考证.*\.pdf$/)
      assert.ok(pdf.startsWith('%PDF'))
      assert.match(pdf, /\/FontFile[23]?\b/)
    },
  ],
  [
    'on the exam day the invigilator checks the candidate in, who enters with number and code and starts with the clock',
    async tale => {
      const { stage, ticketNumber } = tale
      stage.clock('2026-12-27', '08:12')
      tale.invigilator = await signInAs(stage, 'invigilator-91012001')
      await reads(tale.invigilator, '个场次今日未结束')
      await stage.picture(tale.invigilator, 'invigilator-home', 'phone')
      const shown = await checkIn(tale.invigilator, /电子商务员·理论知识/, applicant.name)
      tale.entryCode = /(\d{3})\s*(\d{3})/.exec(shown)?.slice(1).join('') ?? ''
      assert.match(tale.entryCode, /^\d{6}$/)
      await stage.picture(tale.invigilator, 'checked-in', 'phone')
      stage.clock('2026-12-27', '08:29', 52)
      tale.machine = await stage.window()
      await enterExam(tale.machine, ticketNumber, tale.entryCode)
      await reads(tale.machine, '核对考试信息')
      await stage.picture(tale.machine, 'exam-confirm', 'phone')
      await tale.machine.getByRole('checkbox', { name: '我已阅读并承诺遵守' }).check()
      await tale.machine.getByRole('button', { name: '信息无误，进入考试须知' }).click()
      await stage.picture(tale.machine, 'exam-instructions')
      const [sent] = await Promise.all([
        tale.machine.waitForResponse(response => response.url().endsWith('/paper') && response.ok()),
        tale.machine.getByRole('button', { name: '开始作答' }).click(),
      ])
      tale.paper = PaperView.parse(await sent.json())
      await reads(tale.machine, '第1题')
      await stage.picture(tale.machine, 'exam-first-item', 'phone')
    },
  ],
  [
    'every response survives a reload in the middle and a cut network; the place on the paper too',
    async ({ stage, machine, paper }) => {
      const sitting = { paper, book }
      const count = Number(/共(\d+)题/.exec(await textOf(machine.getByRole('contentinfo')))?.[1])
      const half = Math.floor(count / 2)
      await respondTo(machine, sitting, { count: half, wrongEvery: 8 })
      await reads(machine, '已保存')
      const given = await responsesOn(machine)
      assert.equal(given.size, half)
      await machine.reload()
      await machine.getByRole('heading', { name: `第${half}题`, exact: true }).waitFor()
      assert.deepEqual(await responsesOn(machine), given)
      await stage.picture(machine, 'exam-after-reload')
      await machine.getByRole('button', { name: '下一题' }).click()
      await machine.context().setOffline(true)
      await respondTo(machine, sitting, { count: 2, wrongEvery: 8 })
      await reads(machine, /本机已存，\d+条待上传/)
      await stage.picture(machine, 'exam-offline', 'phone')
      await machine.context().setOffline(false)
      await reads(machine, '已保存')
      await machine.getByRole('button', { name: '下一题' }).click()
      await respondTo(machine, sitting, { count: count - half - 2, wrongEvery: 8 })
      await reads(machine, '已保存')
      await stage.picture(machine, 'exam-last-item')
    },
  ],
  [
    'hand-in asks once and gives a receipt; the code opens no second paper',
    async ({ stage, machine, ticketNumber, entryCode }) => {
      stage.clock('2026-12-27', '09:10')
      await machine.getByRole('checkbox', { name: '标记待查' }).check()
      await machine.getByRole('button', { name: '检查并交卷' }).first().click()
      await reads(machine, /全部\d+题均已作答/)
      await stage.picture(machine, 'exam-review', 'phone')
      await machine.getByRole('button', { name: '交卷', exact: true }).click()
      await machine.getByRole('button', { name: '确认交卷' }).click()
      await machine.getByRole('heading', { name: '已交卷' }).waitFor()
      await reads(machine, '收讫回执')
      await stage.picture(machine, 'exam-receipt', 'phone')
      await machine.getByRole('button', { name: '完成' }).click()
      await enterExam(machine, ticketNumber, entryCode)
      await machine.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
      await stage.picture(machine, 'exam-second-start-refused')
      await machine.context().close()
    },
  ],
  [
    'the practical paper: a code of its own opens it at the machine, every task is worked on, and both sittings are closed in their time',
    async ({ stage, invigilator, ticketNumber }) => {
      stage.clock('2026-12-27', '10:05')
      await stage.picture(invigilator, 'wall-after-hand-in')
      await closeSitting(invigilator, /电子商务员·理论知识/, '考场秩序良好，设备正常。')
      await stage.picture(invigilator, 'sitting-closed', 'phone')
      const shown = await checkIn(invigilator, /电子商务员·操作技能/, applicant.name)
      const code = /(\d{3})\s*(\d{3})/.exec(shown)?.slice(1).join('') ?? ''
      assert.match(code, /^\d{6}$/)
      await stage.picture(invigilator, 'practical-checked-in')
      stage.clock('2026-12-27', '10:31')
      const working = await workThrough(stage.address, ticketNumber, code)
      stage.clock('2026-12-27', '11:20')
      assert.ok((await handInWork(working)) >= 7)
      stage.clock('2026-12-27', '12:31')
      await closeSitting(invigilator, /电子商务员·操作技能/, '')
      await invigilator.context().close()
    },
  ],
]
