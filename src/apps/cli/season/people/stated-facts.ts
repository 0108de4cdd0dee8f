import type { Dice } from '../../../../kernel/dice.ts'
import { pick, roll } from '../../../../kernel/dice.ts'
import { type LocalDate, plusDays } from '../../../../kernel/local-date.ts'
import type { ApplicationDraft } from '../../../../modules/registration/contract.ts'

/** What a person states in the form, row by row. */
export type StatedFacts = Pick<ApplicationDraft, 'employments' | 'diplomas' | 'certificates' | 'trainings'>
export type Employment = ApplicationDraft['employments'][number]
export type Diploma = ApplicationDraft['diplomas'][number]
export type HeldCertificate = ApplicationDraft['certificates'][number]
export type Training = ApplicationDraft['trainings'][number]

const PLACES = ['云江', '临溪', '海陵', '望潮', '青浦河', '白石']
const TRADES = ['晨光商贸', '远帆网络科技', '百川供应链', '禾木电子商务', '星桥信息技术', '四季鲜果']

export const NO_FACTS: StatedFacts = { employments: [], diplomas: [], certificates: [], trainings: [] }

/** Work in the occupation, to this day unless it ended. */
export function worked(dice: Dice, factId: string, from: LocalDate, until: LocalDate | '' = ''): Employment {
  const employer = `${pick(PLACES, dice)}${pick(TRADES, dice)}有限公司`
  return {
    factId,
    employer,
    post: pick(['网店运营', '客户服务', '网络推广', '订单处理'], dice),
    from,
    until,
    occupation: 'own',
    mode: 'regular',
  }
}

/** A diploma of the given kind; `studying` makes `on` the day on which it is expected. */
export function graduated(
  dice: Dice,
  factId: string,
  school: Pick<Diploma, 'degree' | 'major' | 'institution' | 'on'> & Partial<Pick<Diploma, 'aim' | 'studying'>>,
): Diploma {
  const name = `${pick(PLACES, dice)}${school.institution}`
  return { aim: '', studying: false, recognisedBy: '', ...school, factId, name }
}

/** A certificate of this occupation, valid without limit. */
export function holds(dice: Dice, factId: string, level: string, issuedOn: LocalDate): HeldCertificate {
  const number = `${issuedOn.slice(2, 4)}99${String(roll(dice, 1e9)).padStart(9, '0')}`
  return { factId, occupation: 'own', level, number, issuedOn, validUntil: '', issuer: '国家中心（示例）' }
}

/** A class for a level, finished with so many standard hours. */
export function trained(
  dice: Dice,
  factId: string,
  { level, hours, completedOn }: { readonly level: string; readonly hours: number; readonly completedOn: LocalDate },
): Training {
  const proofNumber = `JY${completedOn.replaceAll('-', '')}${String(roll(dice, 1e6)).padStart(6, '0')}`
  return { factId, level, hours, completedOn, proofNumber, provider: `${pick(PLACES, dice)}职业培训中心` }
}

/** The first day of anything a person states. */
export function earliestDay(facts: StatedFacts, fallback: LocalDate): LocalDate {
  const days = [
    ...facts.employments.map(e => e.from),
    ...facts.diplomas.map(d => d.on),
    ...facts.certificates.map(c => c.issuedOn),
    ...facts.trainings.map(t => t.completedOn),
  ]
  return days.reduce<string>((first, day) => (day < first ? day : first), fallback) as LocalDate
}

/** A day some days before `on`, at least `least`. */
export function daysBefore(dice: Dice, on: LocalDate, least: number, most: number): LocalDate {
  return plusDays(on, -(least + roll(dice, most - least + 1)))
}
