import { Button } from 'antd'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showDate } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { FACT_SECTIONS, type ApplicationDraft, type FactSection, blankFact } from '../../core/application/application-draft.ts'
import { kindProving } from '../../core/application/evidence.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { EvidenceSlot } from './evidence-slot.tsx'
import { FactRow } from './fact-row.tsx'
import type { FormDesk } from './use-form.ts'

type Row = Readonly<Record<string, string | number | boolean | null>> & { readonly factId: string }
const MOST_ROWS = 30

/** Work, education, certificates, training and titles: what clauses may rest on, each with its proof. */
export function StepFacts({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).facts
  return (
    <>
      <p className="z-note">{words.note}</p>
      <RegisterFactsSheet desk={desk} />
      {FACT_SECTIONS.map(section => (
        <FactSectionSheet key={section} desk={desk} section={section} />
      ))}
    </>
  )
}

function FactSectionSheet({ desk, section }: { readonly desk: FormDesk; readonly section: FactSection }) {
  const words = useWords(zh, en).facts
  const { draft, change, view } = desk
  const rows = draft[section] as unknown as readonly Row[]
  const put = (next: readonly Row[]) => change({ [section]: next } as unknown as Partial<ApplicationDraft>)
  const add = () => put([...rows, blankFact(section, newFactId()) as unknown as Row])
  const set = (at: number, name: string, value: Row[string]) =>
    put(rows.map((row, place) => (place === at ? { ...row, [name]: value } : row)))
  const button = (
    <Button size="small" icon={<Icon name="plus" size={16} />} disabled={rows.length >= MOST_ROWS} onClick={add}>
      {words.add}
    </Button>
  )
  return (
    <Sheet title={words.sections[section]} actions={button}>
      <p className="z-note">{words.notes[section]}</p>
      {rows.map((row, at) => (
        <fieldset key={row.factId} className="z-fact-row">
          <legend>
            {fill(words.row, { n: at + 1 })}
            <button type="button" className="z-link" onClick={() => put(rows.filter((_, place) => place !== at))}>
              {words.remove}
            </button>
          </legend>
          <FactRow section={section} at={at} fact={row} levels={view.levelNames} onChange={(name, value) => set(at, name, value)} />
          <EvidenceSlot desk={desk} kind={kindProving(section, row as never)} factId={row.factId} />
        </fieldset>
      ))}
    </Sheet>
  )
}

/** Ids tie documents to rows; they need to differ within one form only. */
function newFactId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-')
}

function RegisterFactsSheet({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).facts
  const language = useLanguage()
  const { register, levelNames } = desk.view
  const name = (level: string) => levelNames[level] ?? level
  const held = register.certificates.map(c =>
    c.revokedOn === null
      ? fill(words.registeredCertificate, { level: name(c.level), number: c.number, date: showDate(c.issuedOn, language) })
      : fill(words.revokedCertificate, { level: name(c.level), number: c.number, date: showDate(c.revokedOn, language) }),
  )
  const completed = register.completions.map(c =>
    fill(words.registeredCompletion, { level: name(c.level), hours: c.hours, number: c.number, date: showDate(c.completedOn, language) }),
  )
  if (held.length + completed.length === 0) return null
  return (
    <Sheet title={words.register} note={words.registerNote}>
      <ul className="z-registered">
        {[...held, ...completed].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Sheet>
  )
}
