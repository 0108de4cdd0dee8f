import assert from 'node:assert/strict'
import { comes, goTo, reads, signInAs } from '../acts.ts'
import type { Step } from '../story.ts'
import { applicant } from '../tale.ts'

/** From marks to a certificate that anybody can look up. */
export const awardChapter: readonly Step[] = [
  [
    'an assessor judges what no machine can, and reads in the evidence of an anonymous script what every check was given for',
    async ({ stage }) => {
      const assessor = await signInAs(stage, 'assessor-1')
      await stage.picture(assessor, 'assessor-home', 'phone')
      await goTo(assessor, '操作技能评分')
      const waiting = assessor.getByRole('region', { name: '待评试卷' }).getByRole('button', { name: /^打开/ })
      const scripts = assessor.getByRole('region', { name: '实验环境评分的试卷' }).getByRole('button', { name: /^打开/ })
      await scripts.first().waitFor()
      const sheet = assessor.getByRole('dialog')
      if ((await waiting.count()) > 0) {
        await waiting.first().click()
        await sheet.getByRole('button', { name: '提交评分' }).click()
        await reads(sheet, '尚未评分。')
        await stage.picture(assessor, 'judging-refused', 'phone')
        await sheet.getByRole('spinbutton').fill('0.5')
        await sheet.getByLabel(/评语/).fill('图片与文字没有对齐。')
        await sheet.getByRole('button', { name: '提交评分' }).click()
        await reads(assessor, '没有待评的试卷')
      }
      await scripts.first().click()
      await reads(sheet, '试卷得分')
      await reads(sheet, '回放操作过程')
      assert.ok(!(await sheet.innerText()).includes(applicant.name))
      await stage.picture(assessor, 'evidence', 'phone')
      await assessor.context().close()
    },
  ],
  [
    'results are decided and proposed by one officer, and approved by another only',
    async ({ stage, national }) => {
      stage.clock('2027-01-04', '09:00')
      await national.goto('/home')
      await stage.picture(national, 'national-home-after-exam', 'phone')
      await goTo(national, '成绩评定与公布')
      await national.getByRole('button', { name: '合格判定' }).click()
      await national.getByRole('button', { name: '提出公布' }).click()
      await reads(national, '公布由两人办理：您提出的申请须由另一位人员审批。')
      assert.equal(await national.getByRole('button', { name: '批准公布' }).count(), 0)
      await stage.picture(national, 'results-proposed', 'phone')
      const second = await signInAs(stage, 'national-2')
      await reads(second, '次成绩公布待您复核')
      await stage.picture(second, 'second-officer-home')
      await goTo(second, '成绩评定与公布')
      await second.getByRole('button', { name: '批准公布' }).click()
      await reads(second, '已公布')
      await comes(second, '已签发1份，共1份')
      await stage.picture(second, 'results-published', 'phone')
      await second.context().close()
    },
  ],
  [
    'the candidate sees the result with its radar, and the certificate',
    async tale => {
      const { stage, candidate } = tale
      await candidate.goto('/home')
      await stage.picture(candidate, 'candidate-home-with-result', 'phone')
      await goTo(candidate, '我的成绩')
      await reads(candidate, '两科均达到合格线，成绩合格。')
      await candidate.getByRole('figure').filter({ hasText: '理论知识分项得分（百分制）' }).waitFor()
      await reads(candidate, '操作技能各工作内容的掌握情况（百分制）')
      await stage.picture(candidate, 'result', 'phone')
      await goTo(candidate, '我的证书')
      await candidate.getByRole('heading', { name: applicant.name }).or(candidate.getByText(applicant.name)).first().waitFor()
      const card = await candidate.getByRole('article').innerText()
      tale.certificateNumber = (/\d{4}\s?\d{4}\s?\d{4}\s?\d{4}/.exec(card)?.[0] ?? '').replace(/\s/g, '')
      assert.match(tale.certificateNumber, /^\d{16}$/)
      await stage.picture(candidate, 'certificate', 'phone')
    },
  ],
  [
    'an employer without an account looks the certificate up by number and name',
    async ({ stage, certificateNumber }) => {
      const employer = await stage.window()
      await employer.goto('/')
      await stage.picture(employer, 'public-home', 'phone')
      await employer
        .getByRole('link', { name: /查询证书|证书查询/ })
        .first()
        .click()
      await employer.getByLabel('证书编号').fill(certificateNumber)
      await employer.getByLabel('持证人姓名').fill('欧阳迪')
      await employer.getByRole('button', { name: '查询' }).click()
      await reads(employer.getByRole('alert'), '没有查到与该编号和姓名相符的证书')
      await stage.picture(employer, 'look-up-wrong-name', 'phone')
      await employer.getByLabel('持证人姓名').fill(applicant.name)
      await employer.getByRole('button', { name: '查询' }).click()
      await reads(employer.getByRole('article'), '经核对，登记簿中有这份证书，现行有效。')
      await stage.picture(employer, 'look-up-found', 'phone')
      await employer.context().close()
    },
  ],
  [
    'the auditor verifies the audit chains, and no page did what it must not',
    async ({ stage }) => {
      const auditor = await signInAs(stage, 'auditor')
      await stage.picture(auditor, 'auditor-home')
      await goTo(auditor, '审计记录')
      await auditor.getByRole('button', { name: '核验全部记录' }).click()
      await reads(auditor, '记录完好')
      await stage.picture(auditor, 'audit-verified', 'phone')
      assert.deepEqual(stage.faults, [])
    },
  ],
]
