import type { Page } from 'playwright-core'
import { idNumberOf } from '../../../src/kernel/id-number.ts'
import { localDate } from '../../../src/kernel/local-date.ts'
import type { PaperView } from '../../../src/modules/delivery/contract.ts'
import type { Applicant } from './applying.ts'
import type { Stage } from './stage.ts'

/** What the story has come to so far: the windows of those who stay, and what they were told. */
export type Tale = {
  readonly stage: Stage
  national: Page
  candidate: Page
  registrar: Page
  invigilator: Page
  /** The exam machine, which is not the candidate's own. */
  machine: Page
  /** A second tab of the candidate, opened before the first application was begun. */
  otherTab: Page
  ticketNumber: string
  entryCode: string
  /** The paper as the exam machine got it. */
  paper: PaperView
  certificateNumber: string
}

/** The site where the story takes place. */
export const SITE = '云江市职业技能鉴定站'

/** A woman with a double surname and a rare sign in her name; her ID number belongs to nobody. */
export const applicant: Applicant = {
  name: '欧阳頔',
  idNumber: idNumberOf({ area: '110199', birth: localDate('1999-03-15'), serial: 702 }),
  mobile: '13912345678',
  password: 'Yun-jiang-2026',
}
