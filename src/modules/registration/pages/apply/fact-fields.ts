import type { FactSection } from '../../core/application/application-draft.ts'
import { INSTITUTION_KINDS } from '../../core/predicates/institution-kinds.ts'
import type { zh } from '../words.zh.ts'

type FieldWord = keyof typeof zh.facts.fields
type ChoiceWord = keyof typeof zh.facts.choices
type Option = { readonly value: string; readonly word: ChoiceWord } | { readonly value: string; readonly label: string }

/** One field of a stated fact. `level` offers the levels of the edition. */
export type FactField = {
  readonly name: string
  readonly word: FieldWord
  readonly hint?: FieldWord
  readonly optional?: boolean
  readonly wide?: boolean
} & ({ readonly kind: 'text' | 'day' | 'hours' | 'check' | 'level' } | { readonly kind: 'choice'; readonly options: readonly Option[] })

const of = (...pairs: readonly (readonly [string, ChoiceWord])[]): readonly Option[] => pairs.map(([value, word]) => ({ value, word }))
const ownOrRelated = of(['own', 'own'], ['related', 'related'])

/** The fields of each kind of fact, in the order in which people think of them. */
export const factFields: { readonly [S in FactSection]: readonly FactField[] } = {
  employments: [
    { name: 'employer', word: 'employer', kind: 'text', wide: true },
    { name: 'from', word: 'from', kind: 'day' },
    { name: 'until', word: 'until', hint: 'untilNow', kind: 'day', optional: true },
    { name: 'occupation', word: 'occupation', kind: 'choice', options: of(['own', 'own'], ['related', 'related'], ['other', 'otherWork']) },
    { name: 'mode', word: 'mode', kind: 'choice', options: of(['regular', 'regular'], ['probation', 'probation']) },
    { name: 'post', word: 'post', kind: 'text', optional: true },
  ],
  diplomas: [
    { name: 'studying', word: 'studying', kind: 'check', wide: true },
    { name: 'name', word: 'schoolName', kind: 'text', wide: true },
    { name: 'institution', word: 'institution', kind: 'choice', options: INSTITUTION_KINDS.map(kind => ({ value: kind, label: kind })) },
    {
      name: 'degree',
      word: 'degree',
      kind: 'choice',
      options: of(['secondary', 'secondary'], ['associate', 'associate'], ['bachelor', 'bachelor'], ['master', 'master']),
    },
    {
      name: 'major',
      word: 'major',
      kind: 'choice',
      options: of(['own', 'ownMajor'], ['related', 'relatedMajor'], ['other', 'otherMajor']),
    },
    { name: 'on', word: 'graduatedOn', kind: 'day' },
    {
      name: 'aim',
      word: 'aim',
      kind: 'choice',
      optional: true,
      options: of(['', 'none'], ['intermediate', 'intermediate'], ['advanced', 'advanced']),
    },
    {
      name: 'recognisedBy',
      word: 'recognisedBy',
      kind: 'choice',
      optional: true,
      options: of(['', 'none'], ['labourAuthority', 'labourAuthority'], ['evaluation', 'evaluation']),
    },
  ],
  certificates: [
    { name: 'level', word: 'level', kind: 'level' },
    { name: 'occupation', word: 'occupation', kind: 'choice', options: ownOrRelated },
    { name: 'number', word: 'number', kind: 'text' },
    { name: 'issuer', word: 'issuer', kind: 'text', optional: true },
    { name: 'issuedOn', word: 'issuedOn', kind: 'day' },
    { name: 'validUntil', word: 'validUntil', hint: 'noLimit', kind: 'day', optional: true },
  ],
  trainings: [
    { name: 'level', word: 'level', kind: 'level' },
    { name: 'hours', word: 'hours', kind: 'hours' },
    { name: 'completedOn', word: 'completedOn', kind: 'day' },
    { name: 'proofNumber', word: 'proofNumber', kind: 'text' },
    { name: 'provider', word: 'provider', kind: 'text', optional: true, wide: true },
  ],
  apprenticeships: [
    { name: 'employer', word: 'apprenticeEmployer', kind: 'text', wide: true },
    { name: 'occupation', word: 'occupation', kind: 'choice', options: ownOrRelated },
    { name: 'completedOn', word: 'finishedOn', hint: 'notFinished', kind: 'day', optional: true },
  ],
  titles: [
    { name: 'rank', word: 'rank', kind: 'choice', options: of(['junior', 'junior'], ['intermediate', 'middle'], ['senior', 'senior']) },
    { name: 'obtainedOn', word: 'obtainedOn', kind: 'day' },
    { name: 'name', word: 'titleName', kind: 'text', optional: true },
    { name: 'match', word: 'match', kind: 'check' },
  ],
}
