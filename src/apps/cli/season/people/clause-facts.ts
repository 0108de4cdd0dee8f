import { type Dice, pick, roll } from '../../../../kernel/dice.ts'
import { type LocalDate, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import { NO_FACTS, type StatedFacts, daysBefore, graduated, holds, trained, worked } from './stated-facts.ts'

/** Facts around one clause; `metOn`: the first day on which they fulfil it by time alone, null when never. */
export type ClauseFacts = { readonly facts: StatedFacts; readonly metOn: LocalDate | null }

/**
 * How to meet one clause of the 2005 edition on a day, and how to miss it by a hair. Every third person who meets a number
 * of years meets it to the day.
 */
export type ClausePlan = {
  readonly level: 'L4' | 'L3'
  readonly clauseId: string
  readonly meets: (on: LocalDate, dice: Dice) => StatedFacts
  readonly misses: (on: LocalDate, dice: Dice) => ClauseFacts
}

const LATER_DAYS = 30
/** By one day in every third case, by up to a month in the others. */
const hair = (dice: Dice) => (roll(dice, 3) === 0 ? 1 : 1 + roll(dice, LATER_DAYS))
const later = (on: LocalDate, dice: Dice) => plusDays(on, hair(dice))
/** A start that makes so many years full on the day: exactly then, or earlier. */
const yearsFull = (on: LocalDate, years: number, dice: Dice) =>
  roll(dice, 3) === 0 ? exactly(on, years) : daysBefore(dice, plusYears(on, -years), 1, 700)
/** A start that makes so many years full a hair too late. */
const yearsShort = (on: LocalDate, years: number, dice: Dice) => plusDays(plusYears(on, -years), hair(dice))
const years = (from: LocalDate, n: number): LocalDate => plusYears(from, n)

/** The latest start from which `n` years are full on the day; the day before 29 February has no exact counterpart. */
function exactly(on: LocalDate, n: number): LocalDate {
  const start = plusYears(on, -n)
  return plusYears(start, n) <= on ? start : plusDays(start, -1)
}

const secondary = (on: LocalDate, dice: Dice) => ({
  degree: 'secondary',
  major: 'own',
  aim: 'intermediate',
  institution: pick(['技工学校', '中等职业学校'], dice),
  on,
})
const advanced = (on: LocalDate, dice: Dice) => ({
  degree: 'associate',
  major: 'own',
  aim: 'advanced',
  institution: pick(['高级技工学校', '技师学院', '职业技术学院'], dice),
  on,
})
const university = (on: LocalDate, major: string, dice: Dice) => ({
  degree: pick(['associate', 'bachelor'], dice),
  major,
  institution: '普通高等学校',
  on,
})
const foreignMajor = (dice: Dice) => pick(['related', 'other'], dice)

export const CLAUSE_PLANS: readonly ClausePlan[] = [
  {
    level: 'L4',
    clauseId: 'L4-1',
    meets: (on, dice) => ({ ...NO_FACTS, employments: [worked(dice, 'e1', yearsFull(on, 1, dice))] }),
    misses: (on, dice) => {
      const from = yearsShort(on, 1, dice)
      return { facts: { ...NO_FACTS, employments: [worked(dice, 'e1', from)] }, metOn: years(from, 1) }
    },
  },
  {
    level: 'L4',
    clauseId: 'L4-2',
    meets: (on, dice) => ({ ...NO_FACTS, diplomas: [graduated(dice, 'd1', secondary(daysBefore(dice, on, 0, 1500), dice))] }),
    misses: (on, dice) => {
      const metOn = later(on, dice)
      return { facts: { ...NO_FACTS, diplomas: [graduated(dice, 'd1', { ...secondary(metOn, dice), studying: true })] }, metOn }
    },
  },
  {
    level: 'L4',
    clauseId: 'L4-3',
    meets: (on, dice) => ({
      ...NO_FACTS,
      trainings: [trained(dice, 't1', { level: 'L4', hours: pick([240, 240, 260], dice), completedOn: daysBefore(dice, on, 0, 600) })],
    }),
    misses: (on, dice) => ({
      facts: { ...NO_FACTS, trainings: [trained(dice, 't1', { level: 'L4', hours: 239, completedOn: daysBefore(dice, on, 0, 600) })] },
      metOn: null,
    }),
  },
  {
    level: 'L3',
    clauseId: 'L3-1',
    meets: (on, dice) => ({ ...NO_FACTS, employments: [worked(dice, 'e1', yearsFull(on, 6, dice))] }),
    // one day without work between two jobs breaks the six years
    misses: (on, dice) => {
      const until = daysBefore(dice, on, 400, 1500)
      const from = plusDays(until, 2)
      const jobs = [worked(dice, 'e1', daysBefore(dice, plusYears(until, -5), 0, 300), until), worked(dice, 'e2', from)]
      return { facts: { ...NO_FACTS, employments: jobs }, metOn: years(from, 6) }
    },
  },
  {
    level: 'L3',
    clauseId: 'L3-2',
    meets: (on, dice) => ({ ...NO_FACTS, diplomas: [graduated(dice, 'd1', advanced(daysBefore(dice, on, 0, 1500), dice))] }),
    misses: (on, dice) => {
      const metOn = later(on, dice)
      return { facts: { ...NO_FACTS, diplomas: [graduated(dice, 'd1', { ...advanced(metOn, dice), studying: true })] }, metOn }
    },
  },
  {
    level: 'L3',
    clauseId: 'L3-3',
    meets: (on, dice) => afterCertificate(dice, yearsFull(on, 4, dice)),
    misses: (on, dice) => {
      const issuedOn = yearsShort(on, 4, dice)
      return { facts: afterCertificate(dice, issuedOn), metOn: years(issuedOn, 4) }
    },
  },
  {
    level: 'L3',
    clauseId: 'L3-4',
    meets: (on, dice) => ({
      ...afterCertificate(dice, yearsFull(on, 3, dice)),
      trainings: [trained(dice, 't1', { level: 'L3', hours: 200, completedOn: daysBefore(dice, on, 0, 300) })],
    }),
    misses: (on, dice) => ({
      facts: {
        ...afterCertificate(dice, yearsFull(on, 3, dice)),
        trainings: [trained(dice, 't1', { level: 'L3', hours: 199, completedOn: daysBefore(dice, on, 0, 300) })],
      },
      metOn: null,
    }),
  },
  {
    level: 'L3',
    clauseId: 'L3-5',
    meets: (on, dice) => ({ ...NO_FACTS, diplomas: [graduated(dice, 'd1', university(daysBefore(dice, on, 0, 2500), 'own', dice))] }),
    misses: (on, dice) => ({
      facts: { ...NO_FACTS, diplomas: [graduated(dice, 'd1', university(daysBefore(dice, on, 0, 2500), 'related', dice))] },
      metOn: null,
    }),
  },
  {
    level: 'L3',
    clauseId: 'L3-6',
    meets: (on, dice) => ({ ...otherMajor(on, dice), employments: [worked(dice, 'e1', yearsFull(on, 1, dice))] }),
    misses: (on, dice) => {
      const from = yearsShort(on, 1, dice)
      return { facts: { ...otherMajor(on, dice), employments: [worked(dice, 'e1', from)] }, metOn: years(from, 1) }
    },
  },
  {
    level: 'L3',
    clauseId: 'L3-7',
    meets: (on, dice) => ({
      ...otherMajor(on, dice),
      trainings: [trained(dice, 't1', { level: 'L3', hours: 200, completedOn: daysBefore(dice, on, 0, 300) })],
    }),
    misses: (on, dice) => {
      const metOn = later(on, dice)
      return {
        facts: { ...otherMajor(on, dice), trainings: [trained(dice, 't1', { level: 'L3', hours: 200, completedOn: metOn })] },
        metOn,
      }
    },
  },
]

/** A certificate of level four, and work in the occupation since before it was issued. */
function afterCertificate(dice: Dice, issuedOn: LocalDate): StatedFacts {
  return {
    ...NO_FACTS,
    certificates: [holds(dice, 'c1', 'L4', issuedOn)],
    employments: [worked(dice, 'e1', daysBefore(dice, issuedOn, 0, 400))],
  }
}

function otherMajor(on: LocalDate, dice: Dice): StatedFacts {
  return { ...NO_FACTS, diplomas: [graduated(dice, 'd1', university(daysBefore(dice, on, 800, 3000), foreignMajor(dice), dice))] }
}
