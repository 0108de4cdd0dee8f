import { isLocalDate, localDate } from '../../../kernel/local-date.ts'
import { Facts } from '../../../ui/components/facts/facts.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showDate } from '../../../ui/format.ts'
import { type Language, fill, useLanguage, useWords } from '../../../ui/words.ts'
import { FACT_SECTIONS, type ApplicationDraft, type FactSection } from '../core/application/application-draft.ts'
import { EDUCATION_WORDS, PAPERS, PAPER_WORDS, SITTING_WORDS, SOURCE_WORDS } from '../core/application/personal-lists.ts'
import type { ApplicationView } from '../core/application/views.ts'
import { factFields } from './apply/fact-fields.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly view: ApplicationView
  readonly draft?: ApplicationDraft
  /** 2 where the sheet has the width of the page */
  readonly columns?: 1 | 2
}

/** What an applicant stated, as facts: for the applicant before handing in, and for the reviewer. */
export function ApplicationSummary({ view, draft = view.draft, columns = 1 }: Props) {
  const words = useWords(zh, en)
  const texts = { words, language: useLanguage() }
  return (
    <>
      <Sheet title={words.own.facts}>
        <ChoiceFacts view={view} draft={draft} />
      </Sheet>
      <Sheet title={words.person.identity}>
        <PersonFacts view={view} draft={draft} columns={columns} />
      </Sheet>
      {FACT_SECTIONS.filter(section => draft[section].length > 0).map(section => (
        <Sheet key={section} title={words.facts.sections[section]}>
          <ol className="z-stated">
            {draft[section].map((fact, at) => (
              <li key={fact.factId}>
                <Facts facts={statedFacts(section, fact, view, texts)} columns={columns} />
                <span className="z-unseen">{fill(words.facts.row, { n: at + 1 })}</span>
              </li>
            ))}
          </ol>
        </Sheet>
      ))}
    </>
  )
}

function ChoiceFacts({ view, draft }: Required<Omit<Props, 'columns'>>) {
  const words = useWords(zh, en).summary
  const language = useLanguage()
  const terms = view.terms.find(t => t.code === draft.level)
  const clause = terms?.clauses.find(c => c.id === draft.clauseId)
  const papers = PAPERS.map(
    paper => `${PAPER_WORDS[paper][language]}${language === 'zh' ? '：' : ': '}${SITTING_WORDS[draft.papers[paper].sitting][language]}`,
  )
  return (
    <Facts
      facts={[
        { label: words.level, value: view.levelNames[draft.level] ?? draft.level },
        { label: words.site, value: view.round.sites.find(s => s.code === draft.siteCode)?.name ?? words.none },
        { label: words.clause, value: clause?.text ?? words.none, wide: true },
        { label: words.papers, value: papers.join(language === 'zh' ? '；' : '; '), wide: true },
      ]}
    />
  )
}

function PersonFacts({ view, draft, columns }: Required<Props>) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { person } = view
  const of = <K extends string>(table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>, key: string) =>
    table[key as K]?.[language] ?? words.summary.none
  const rest: readonly (readonly [string, string])[] = [
    [words.person.name, person.name],
    [words.person.sex, words.person[person.sex]],
    [words.person.idNumber, person.idMasked],
    [words.person.birth, showDate(localDate(person.birthDate), language)],
    [words.person.mobile, person.mobileMasked],
    [words.person.nation, draft.nation],
    [words.person.education, of(EDUCATION_WORDS, draft.education)],
    [words.person.source, of(SOURCE_WORDS, draft.source)],
    [words.person.yearsInOccupation, draft.yearsInOccupation === null ? '' : String(draft.yearsInOccupation)],
    [words.person.email, draft.email],
    [words.person.employer, draft.employer],
    [words.person.address, draft.address],
    [words.person.earlierCertificateNumber, [draft.earlierCertificateNumber, draft.earlierCertificateOccupation].filter(Boolean).join(' ')],
  ]
  return <Facts facts={rest.map(([label, value]) => ({ label, value: value || words.summary.none }))} columns={columns} />
}

type Texts = {
  readonly words: {
    readonly facts: { readonly fields: Readonly<Record<string, string>>; readonly choices: Readonly<Record<string, string>> }
    readonly summary: { readonly until: string; readonly none: string }
  }
  readonly language: Language
}

/** The fields of one stated fact, as label and words. */
function statedFacts(section: FactSection, fact: object, view: ApplicationView, { words, language }: Texts) {
  const values = fact as Readonly<Record<string, string | number | boolean | null>>
  return factFields[section]
    .filter(field => field.kind !== 'check' || values[field.name] === true)
    .map(field => {
      const value = values[field.name]
      const word = field.name === 'on' && values['studying'] === true ? 'expectedOn' : field.word
      const shown = (): string => {
        if (field.kind === 'check') return '✓'
        if (value === '' || value === null || value === undefined)
          return field.hint === 'untilNow' ? words.summary.until : words.summary.none
        if (field.kind === 'day') return isDay(value) ? showDate(localDate(String(value)), language) : String(value)
        if (field.kind === 'level') return view.levelNames[String(value)] ?? String(value)
        if (field.kind !== 'choice') return String(value)
        const option = field.options.find(o => o.value === value)
        return option === undefined ? String(value) : 'word' in option ? (words.facts.choices[option.word] ?? '') : option.label
      }
      return { label: words.facts.fields[word] ?? '', value: shown() }
    })
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isLocalDate(value)
}
