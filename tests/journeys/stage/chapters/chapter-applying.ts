import assert from 'node:assert/strict'
import { choose, goTo, reads, signInAs } from '../acts.ts'
import { fillEmployment, fillPerson, fillRegistration, nextStep, signInWithPassword, upload } from '../applying.ts'
import { disguised, portrait, scan } from '../papers.ts'
import type { Step } from '../story.ts'
import { applicant, SITE } from '../tale.ts'

/** From the calendar to an application that is approved. */
export const applyingChapter: readonly Step[] = [
  [
    'the national centre drafts the next session by the rule and publishes it',
    async tale => {
      const { stage } = tale
      tale.national = await signInAs(stage, 'national-1')
      await stage.picture(tale.national, 'national-home', 'phone')
      await goTo(tale.national, '考次日历')
      await stage.picture(tale.national, 'calendar', 'phone')
      await tale.national.getByRole('button', { name: '建立考次' }).first().click()
      const panel = tale.national.getByRole('dialog')
      await reads(panel, '12月27日')
      await stage.picture(tale.national, 'calendar-draft')
      await panel.getByRole('button', { name: '建立考次' }).click()
      await tale.national.waitForURL('**/sessions/*')
      await tale.national.getByRole('button', { name: '公布考次' }).click()
      await stage.picture(tale.national, 'session-publish')
      await tale.national.getByRole('dialog').getByRole('button', { name: /公布/ }).click()
      await reads(tale.national, /报名至12月13日/)
      await stage.picture(tale.national, 'session-published', 'phone')
    },
  ],
  [
    'a new candidate registers: a wrong ID number is told beside its field, the right one is taken',
    async tale => {
      const { stage } = tale
      tale.candidate = await stage.window()
      await tale.candidate.goto('/register')
      await fillRegistration(tale.candidate, {
        ...applicant,
        idNumber: `${applicant.idNumber.slice(0, 17)}${applicant.idNumber.endsWith('0') ? '1' : '0'}`,
      })
      await tale.candidate.getByRole('button', { name: '注册', exact: true }).click()
      const field = tale.candidate.getByLabel('证件号码')
      assert.equal(await field.getAttribute('aria-invalid'), 'true')
      await stage.picture(tale.candidate, 'register-wrong-number', 'phone')
      await field.fill(applicant.idNumber)
      await reads(tale.candidate, '校验通过：1999年3月15日出生，女')
      await tale.candidate.getByRole('button', { name: '注册', exact: true }).click()
      await tale.candidate.getByRole('heading', { name: '注册成功' }).waitFor()
      await stage.picture(tale.candidate, 'registered')
      await signInWithPassword(tale.candidate, applicant)
      await stage.picture(tale.candidate, 'candidate-home', 'phone')
    },
  ],
  [
    'the form tells level by level which clause is met, what is missing and from which date',
    async tale => {
      const { stage, candidate } = tale
      await goTo(candidate, '我要报名')
      tale.otherTab = await stage.tabBeside(candidate)
      await tale.otherTab.goto('/apply')
      await tale.otherTab.getByRole('button', { name: '开始申报' }).waitFor()
      await candidate.bringToFront()
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
    },
  ],
  [
    'a disguised file is refused in Chinese; photo and scans are taken, and the application is handed in',
    async ({ stage, candidate }) => {
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
    },
  ],
  [
    'a second application in the same session is refused, also from a page that does not know of the first',
    async ({ stage, candidate, otherTab }) => {
      await otherTab.getByRole('button', { name: '开始申报' }).click()
      await reads(otherTab.getByRole('alert'), '同一考次只能有一份')
      await stage.picture(otherTab, 'second-application-refused')
      await otherTab.close()
      await goTo(candidate, '我要报名')
      await reads(candidate, '查看我的申报')
      assert.equal(await candidate.getByRole('button', { name: '开始申报' }).count(), 0)
    },
  ],
  [
    'the registrar of the province sees the findings beside the evidence and returns the application with a reason',
    async tale => {
      const { stage } = tale
      tale.registrar = await signInAs(stage, 'registrar-91')
      await reads(tale.registrar, '份申报待审')
      await stage.picture(tale.registrar, 'registrar-home', 'phone')
      await goTo(tale.registrar, '资格审查')
      await tale.registrar.getByRole('button', { name: new RegExp(applicant.name) }).click()
      await stage.picture(tale.registrar, 'review-panel')
      await tale.registrar.getByRole('dialog').getByRole('link', { name: '打开审查页' }).click()
      await reads(tale.registrar, '申报所选条款')
      await stage.picture(tale.registrar, 'review', 'phone')
      await tale.registrar.getByRole('button', { name: '证明材料载明的起止日期与填写不一致，请核对后修改。' }).click()
      await tale.registrar.getByRole('button', { name: '退回补正' }).click()
      await tale.registrar.waitForURL('**/reviews')
      await stage.picture(tale.registrar, 'review-returned')
      await tale.registrar.context().close()
    },
  ],
  [
    'a registrar of the other province does not see it',
    async ({ stage }) => {
      const other = await signInAs(stage, 'registrar-92')
      await goTo(other, '资格审查')
      await reads(other, '目前没有申报')
      await stage.picture(other, 'review-of-other-province')
      await other.context().close()
    },
  ],
  [
    'the candidate reads the reason, corrects and hands in again; the registrar approves under the clause',
    async tale => {
      const { stage, candidate } = tale
      stage.clock('2026-11-05', '20:30')
      await candidate.goto('/home')
      await reads(candidate, '份申报被退回，待补正')
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
      tale.registrar = await signInAs(stage, 'registrar-91')
      await reads(tale.registrar, '最早一份已等4天')
      await stage.picture(tale.registrar, 'registrar-home-after-days')
      await goTo(tale.registrar, '资格审查')
      await tale.registrar.getByRole('button', { name: new RegExp(applicant.name) }).click()
      await tale.registrar.getByRole('dialog').getByRole('link', { name: '打开审查页' }).click()
      await reads(tale.registrar, /第1款/)
      await tale.registrar.getByRole('button', { name: /^工作年限证明 云江/ }).click()
      await stage.picture(tale.registrar, 'review-again')
      await tale.registrar.getByRole('button', { name: '通过', exact: true }).click()
      await tale.registrar.waitForURL('**/reviews')
      await tale.registrar.context().close()
      await candidate.goto('/home')
      await goTo(candidate, '我的报名')
      await reads(candidate, '审核通过')
      await candidate.getByRole('link', { name: /2026-12/ }).click()
      await reads(candidate, '审核决定')
      await stage.picture(candidate, 'own-application-approved', 'phone')
    },
  ],
]
