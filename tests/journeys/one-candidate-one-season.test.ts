import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { idNumberOf } from '../../src/kernel/id-number.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import { choose, goTo, reads, signInAs } from './stage/acts.ts'
import { type Applicant, fillEmployment, fillPerson, fillRegistration, nextStep, signInWithPassword } from './stage/applying.ts'
import { disguised, portrait, scan } from './stage/papers.ts'
import { openStage, type Stage } from './stage/stage.ts'
import { story } from './stage/story.ts'

const step = story(() => stage.allPictures('failed'))
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
  await candidate.getByRole('radio', { name: /四级|电子商务员/ }).check()
  await candidate.getByRole('button', { name: '开始申报' }).click()
  await choose(candidate, '选择参加考试的考点。', SITE)
  await stage.picture(candidate, 'form-level', 'phone')
  await nextStep(candidate)
  await fillPerson(candidate)
  await stage.picture(candidate, 'form-person', 'phone')
  await nextStep(candidate)
  await fillEmployment(candidate, '2024-03-01')
  await stage.picture(candidate, 'form-facts', 'phone')
})

