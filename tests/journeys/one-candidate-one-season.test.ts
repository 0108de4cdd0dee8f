import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { idNumberOf } from '../../src/kernel/id-number.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import { choose, goTo, reads, signInAs, textOf } from './stage/acts.ts'
import { type Applicant, fillEmployment, fillPerson, fillRegistration, nextStep, signInWithPassword, upload } from './stage/applying.ts'
import { disguised, portrait, scan } from './stage/papers.ts'
import { checkIn, closeSitting, enterExam, keysOf, respondTo, responsesOn } from './stage/sitting.ts'
import { openStage, type Stage } from './stage/stage.ts'
import { story } from './stage/story.ts'

const step = story(() => stage.allPictures('failed'))
const book = keysOf('L4')
const SITE = '云江市职业技能鉴定站'
const birth = localDate('1999-03-15')
const applicant: Applicant = {
  name: '欧阳頔',
  idNumber: idNumberOf({ area: '110199', birth, serial: 702 }),
  mobile: '13912345678',
  password: 'Yun-jiang-2026',
}

let stage: Stage
let candidate: Page
let national: Page
let registrar: Page
let invigilator: Page
let machine: Page
let ticketNumber = ''
let entryCode = ''
before(async () => {
  stage = await openStage('season')
  stage.clock('2026-11-02', '09:00')
})
after(() => stage?.end())

step('the national centre drafts the next session by the rule and publishes it', async () => {
  national = await signInAs(stage, 'national-1')
  await stage.picture(national, 'national-home', 'phone')
  await goTo(national, '考次日历')
  await stage.picture(national, 'calendar', 'phone')
  await national.getByRole('button', { name: '建立考次' }).first().click()
  const panel = national.getByRole('dialog')
  await reads(panel, '12月27日')
  await stage.picture(national, 'calendar-draft')
  await panel.getByRole('button', { name: '建立考次' }).click()
  await national.waitForURL('**/sessions/*')
  await national.getByRole('button', { name: '公布考次' }).click()
  await stage.picture(national, 'session-publish')
  await national.getByRole('dialog').getByRole('button', { name: /公布/ }).click()
  await reads(national, /报名至12月13日/)
  await stage.picture(national, 'session-published', 'phone')
})

step('a new candidate registers: a wrong ID number is told beside its field, the right one is taken', async () => {
  candidate = await stage.window()
  await candidate.goto('/register')
  await fillRegistration(candidate, { ...applicant, idNumber: `${applicant.idNumber.slice(0, 17)}${applicant.idNumber.endsWith('0') ? '1' : '0'}` })
  await candidate.getByRole('button', { name: '注册', exact: true }).click()
  const field = candidate.getByLabel('证件号码')
  assert.equal(await field.getAttribute('aria-invalid'), 'true')
  await stage.picture(candidate, 'register-wrong-number', 'phone')
  await field.fill(applicant.idNumber)
  await reads(candidate, '校验通过：1999年3月15日出生，女')
  await candidate.getByRole('button', { name: '注册', exact: true }).click()
  await candidate.getByRole('heading', { name: '注册成功' }).waitFor()
  await stage.picture(candidate, 'registered')
  await signInWithPassword(candidate, applicant)
  await stage.picture(candidate, 'candidate-home', 'phone')
})

step('the form tells level by level which clause is met, what is missing and from which date', async () => {
  await goTo(candidate, '我要报名')
  await stage.picture(candidate, 'rounds', 'phone')
  await candidate.getByRole('radio', { name: '电子商务员', exact: true }).check()
  await candidate.getByRole('button', { name: '开始申报' }).click()
  await choose(candidate, '选择参加考试的考点。', SITE)
  await stage.picture(candidate, 'form-level', 'phone')
  await nextStep(candidate)
  await fillPerson(candidate)
  await stage.picture(candidate, 'form-person', 'phone')
  await nextStep(candidate)
  await fillEmployment(candidate, '2024-03-01')
  const verdict = candidate.getByRole('complementary')
  await reads(verdict, '待补充证明')
  await stage.picture(candidate, 'form-facts', 'phone')
  await reads(candidate, /已保存/)
  await goTo(candidate, '我的报名')
  await stage.picture(candidate, 'own-applications-draft', 'phone')
  await candidate.getByRole('link', { name: '继续填写' }).click()
  await candidate.getByRole('button', { name: /经历与学历/ }).click()
  assert.equal(await candidate.getByLabel('开始日期').inputValue(), '2024-03-01')
  await candidate.getByRole('button', { name: /等级与考点/ }).click()
  await candidate.getByRole('radio', { name: /助理电子商务师/ }).check()
  await reads(verdict, '不符合')
  await reads(verdict, /2030年3月1日/)
  await stage.picture(candidate, 'form-verdict-of-next-level', 'phone')
  await candidate.getByRole('radio', { name: /电子商务员/ }).check()
})

step('a disguised file is refused in Chinese; photo and scans are taken, and the application is handed in', async () => {
  await candidate.getByRole('button', { name: /照片与材料/ }).click()
  await upload(candidate, /^证件照片/, disguised('证件照'))
  await reads(candidate, /类型与内容不符/)
  await stage.picture(candidate, 'form-disguised', 'phone')
  await upload(candidate, /^证件照片/, await portrait())
  await candidate.getByRole('img', { name: '证件照片' }).waitFor()
  await upload(candidate, /上传身份证/, await scan('居民身份证'))
  await reads(candidate, '居民身份证.jpg')
  await stage.picture(candidate, 'form-documents', 'phone')
  await nextStep(candidate)
  await candidate.getByRole('checkbox', { name: /本人确认/ }).check()
  await stage.picture(candidate, 'form-check', 'phone')
  await candidate.getByRole('button', { name: '提交申报' }).click()
  await reads(candidate, '待审核')
  await stage.picture(candidate, 'application-submitted', 'phone')
})

step('a second application in the same session is not to be had', async () => {
  await goTo(candidate, '我要报名')
  await reads(candidate, '查看我的申报')
  assert.equal(await candidate.getByRole('button', { name: '开始申报' }).count(), 0)
})

step('the registrar of the province sees the findings beside the evidence and returns the application with a reason', async () => {
  registrar = await signInAs(stage, 'registrar-91')
  await reads(registrar, /1/)
  await stage.picture(registrar, 'registrar-home', 'phone')
  await goTo(registrar, '资格审查')
  await registrar.getByRole('button', { name: new RegExp(applicant.name) }).click()
  await stage.picture(registrar, 'review-panel')
  await registrar.getByRole('dialog').getByRole('link', { name: '打开审查页' }).click()
  await reads(registrar, '申报所选条款')
  await stage.picture(registrar, 'review', 'phone')
  await registrar.getByRole('button', { name: '证明材料载明的起止日期与填写不一致，请核对后修改。' }).click()
  await registrar.getByRole('button', { name: '退回补正' }).click()
  await registrar.waitForURL('**/reviews')
  await stage.picture(registrar, 'review-returned')
  await registrar.context().close()
})

step('a registrar of the other province does not see it', async () => {
  const other = await signInAs(stage, 'registrar-92')
  await goTo(other, '资格审查')
  await reads(other, '目前没有申报')
  await stage.picture(other, 'review-of-other-province')
  await other.context().close()
})

step('the candidate reads the reason, corrects and hands in again; the registrar approves under the clause', async () => {
  stage.clock('2026-11-05', '20:30')
  await candidate.goto('/home')
  await stage.picture(candidate, 'candidate-home-returned')
  await goTo(candidate, '我的报名')
  await reads(candidate, '证明材料载明的起止日期与填写不一致，请核对后修改。')
  await stage.picture(candidate, 'own-applications-returned', 'phone')
  await candidate.getByRole('link', { name: '修改后再提交' }).click()
  await candidate.getByRole('button', { name: /经历与学历/ }).click()
  await candidate.getByLabel('开始日期').fill('2024-04-01')
  await upload(candidate, /上传工作年限证明/, await scan('工作年限证明'))
  await reads(candidate, '工作年限证明.jpg')
  await candidate.getByRole('button', { name: /核对并提交/ }).click()
  await candidate.getByRole('checkbox', { name: /本人确认/ }).check()
  await candidate.getByRole('button', { name: '再次提交' }).click()
  await reads(candidate, '待审核')
  stage.clock('2026-11-09', '09:00')
  registrar = await signInAs(stage, 'registrar-91')
  await stage.picture(registrar, 'registrar-home-after-days')
  await goTo(registrar, '资格审查')
  await registrar.getByRole('button', { name: new RegExp(applicant.name) }).click()
  await registrar.getByRole('dialog').getByRole('link', { name: '打开审查页' }).click()
  await reads(registrar, /第1款/)
  await registrar.getByRole('button', { name: /^工作年限证明 云江/ }).click()
  await stage.picture(registrar, 'review-again')
  await registrar.getByRole('button', { name: '通过', exact: true }).click()
  await registrar.waitForURL('**/reviews')
  await registrar.context().close()
  await candidate.goto('/home')
  await goTo(candidate, '我的报名')
  await reads(candidate, '审核通过')
  await candidate.getByRole('link', { name: /2026-12/ }).click()
  await reads(candidate, '审核决定')
  await stage.picture(candidate, 'own-application-approved', 'phone')
})

step('after the deadline the national centre closes registration and has the seats arranged', async () => {
  stage.clock('2026-12-14', '09:00')
  national = await signInAs(stage, 'national-1', national)
  await stage.picture(national, 'national-home-after-deadline', 'phone')
  await goTo(national, '考次日历')
  await national.getByRole('button', { name: /2026-12/ }).click()
  await national.getByRole('dialog').getByRole('link', { name: '打开考次' }).click()
  await national.getByRole('button', { name: '截止报名' }).click()
  await national.getByRole('tooltip').getByRole('button', { name: '截止报名' }).click()
  await national.getByRole('button', { name: '开始编场' }).click()
  await reads(national, /已于.*编场/)
  await stage.picture(national, 'session-arranged', 'phone')
})

step('the candidate finds the admission ticket and downloads it as PDF with its fonts inside', async () => {
  await signInWithPassword(candidate, applicant)
  await stage.picture(candidate, 'candidate-home-with-ticket', 'phone')
  await goTo(candidate, '我的准考证')
  await stage.picture(candidate, 'ticket', 'phone')
  const text = await candidate.getByRole('article', { name: '准考证' }).innerText()
  ticketNumber = (/准考证号\s*([\d\s]+)/.exec(text)?.[1] ?? '').replace(/\s/g, '')
  assert.match(ticketNumber, /^\d{8,}$/)
  const [download] = await Promise.all([candidate.waitForEvent('download'), candidate.getByRole('button', { name: '下载准考证（PDF）' }).click()])
  const pdf = readFileSync(await download.path(), 'latin1')
  assert.match(download.suggestedFilename(), /准考证.*\.pdf$/)
  assert.ok(pdf.startsWith('%PDF'))
  assert.match(pdf, /\/FontFile[23]?\b/)
})

step('on the exam day the invigilator checks the candidate in, who enters with number and code and starts with the clock', async () => {
  stage.clock('2026-12-27', '08:12')
  invigilator = await signInAs(stage, 'invigilator-91012001')
  await stage.picture(invigilator, 'invigilator-home', 'phone')
  const shown = await checkIn(invigilator, /电子商务员·理论知识/, applicant.name)
  entryCode = /(\d{3})\s*(\d{3})/.exec(shown)?.slice(1).join('') ?? ''
  assert.match(entryCode, /^\d{6}$/)
  await stage.picture(invigilator, 'checked-in', 'phone')
  stage.clock('2026-12-27', '08:29', 52)
  machine = await stage.window()
  await enterExam(machine, ticketNumber, entryCode)
  await reads(machine, '核对考试信息')
  await stage.picture(machine, 'exam-confirm', 'phone')
  await machine.getByRole('checkbox', { name: '我已阅读并承诺遵守' }).check()
  await machine.getByRole('button', { name: '信息无误，进入考试须知' }).click()
  await stage.picture(machine, 'exam-instructions')
  await machine.getByRole('button', { name: '开始作答' }).click()
  await reads(machine, '第1题')
  await stage.picture(machine, 'exam-first-item', 'phone')
})

step('every response survives a reload in the middle and a cut network; the place on the paper too', async () => {
  const count = Number(/共(\d+)题/.exec(await textOf(machine.getByRole('contentinfo')))?.[1])
  const half = Math.floor(count / 2)
  await respondTo(machine, book, { count: half, wrongEvery: 8 })
  await reads(machine, '已保存')
  const given = await responsesOn(machine)
  assert.equal(given.size, half)
  await machine.reload()
  await machine.getByRole('heading', { name: `第${half}题`, exact: true }).waitFor()
  assert.deepEqual(await responsesOn(machine), given)
  await stage.picture(machine, 'exam-after-reload')
  await machine.getByRole('button', { name: '下一题' }).click()
  await machine.context().setOffline(true)
  await respondTo(machine, book, { count: 2, wrongEvery: 8 })
  await reads(machine, /本机已存，\d+条待上传/)
  await stage.picture(machine, 'exam-offline', 'phone')
  await machine.context().setOffline(false)
  await reads(machine, '已保存')
  await machine.getByRole('button', { name: '下一题' }).click()
  await respondTo(machine, book, { count: count - half - 2, wrongEvery: 8 })
  await reads(machine, '已保存')
  await stage.picture(machine, 'exam-last-item')
})

step('hand-in asks once and gives a receipt; the code opens no second paper', async () => {
  stage.clock('2026-12-27', '09:10')
  await machine.getByRole('checkbox', { name: '标记待查' }).check()
  await machine.getByRole('button', { name: '检查并交卷' }).first().click()
  await reads(machine, /全部\d+题均已作答/)
  await stage.picture(machine, 'exam-review', 'phone')
  await machine.getByRole('button', { name: '确认交卷' }).click()
  await machine.getByRole('heading', { name: '已交卷' }).waitFor()
  await reads(machine, '收讫回执')
  await stage.picture(machine, 'exam-receipt', 'phone')
  await machine.getByRole('button', { name: '完成' }).click()
  await enterExam(machine, ticketNumber, entryCode)
  await machine.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
  await stage.picture(machine, 'exam-second-start-refused')
  await machine.context().close()
})

step('the practical paper: check-in without a code, and the invigilator closes both sittings in their time', async () => {
  stage.clock('2026-12-27', '10:05')
  await stage.picture(invigilator, 'wall-after-hand-in')
  await closeSitting(invigilator, /电子商务员·理论知识/, '考场秩序良好，设备正常。')
  await stage.picture(invigilator, 'sitting-closed', 'phone')
  assert.match(await checkIn(invigilator, /电子商务员·操作技能/, applicant.name), /不使用入场码/)
  await stage.picture(invigilator, 'practical-checked-in')
  stage.clock('2026-12-27', '12:31')
  await closeSitting(invigilator, /电子商务员·操作技能/, '')
  await invigilator.context().close()
})
