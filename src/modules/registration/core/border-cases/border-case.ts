import type { EditionId, LevelCode } from '../../../standard/contract.ts'
import { type Person, person } from './person.ts'

/**
 * One person at a border, judged on one or several days. What is expected of a day is written clause by clause:
 * `L3-3` met · `L3-3?` true as stated, evidence missing · `L3-1:2028-01-01` not met, true from that day on ·
 * `L3-1:2028-01-01?` the same, but evidence will still be missing then. Every clause left out is not met and does not
 * become true by time alone.
 */
export type BorderCase = {
  readonly edition: EditionId
  readonly level: LevelCode
  readonly who: string
  readonly why: string
  readonly person: Person
  readonly days: Readonly<Record<string, string>>
}

type Describe = (p: Person) => Person

/** Cases of one level: `at('ec-2005', 'L3')('赵敏', 'why', p => p.works('2020-03-01'), { '2026-03-01': 'L3-1' })`. */
export function at(edition: EditionId, level: LevelCode) {
  return (who: string, why: string, describe: Describe, days: Readonly<Record<string, string>>): BorderCase => {
    return { edition, level, who, why, person: describe(person()), days }
  }
}
