import { instant } from '../../../kernel/instant.ts'
import { hundredths, showMarks } from '../../../kernel/marks.ts'
import { WeightBars } from '../../../ui/components/charts/weight-bars.tsx'
import { Facts } from '../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../ui/client.ts'
import { showInstant, showMinutes } from '../../../ui/format.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { THEORY_TYPES, TYPE_NAMES } from '../../item-bank/contract.ts'
import { showForm } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from './wide.tsx'

type Proof = AnswerOf<typeof showForm>
const show = (marks: number) => showMarks(hundredths(marks))

/** A form with the proof of its weights: bars, the table line by line, and its composition. */
export function FormProof({ formId }: { readonly formId: string }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(showForm, { params: { formId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} what={words.proof.what} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={8} />
  const { form, rows, faults } = read.data
  const facts = [
    { label: words.facts.minutes, value: showMinutes(form.minutes, language) },
    { label: words.facts.items, value: String(form.items) },
    { label: words.facts.at, value: showInstant(instant(form.assembledAt), language) },
    { label: words.facts.by, value: form.assembledBy },
    { label: words.facts.digest, value: <span className="z-proof-digest">{form.digest}</span>, wide: true },
  ]
  return (
    <>
      <Sheet>
        <Facts facts={facts} columns={2} />
      </Sheet>
      <Sheet title={words.proof.table} note={words.proof.note}>
        <ProofVerdict faults={faults} />
        <ProofTable proof={read.data} />
      </Sheet>
      <Sheet>
        <WeightBars
          title={words.proof.chart}
          series={[words.proof.weight, words.proof.marks]}
          rows={rows
            .filter(row => row.weight > 0 || row.marks > 0)
            .map(row => ({ label: row.path.at(-1) ?? '', weights: [row.weight, row.marks] }))}
        />
      </Sheet>
      <Sheet title={words.mix.title}>
        <Mix label={words.mix.importance} parts={read.data.importance.map(part => ({ name: part.importance, items: part.items }))} />
        <Mix
          label={words.mix.difficulty}
          parts={read.data.difficulty.map(part => ({ name: String(part.difficulty), items: part.items }))}
        />
      </Sheet>
    </>
  )
}

/** Does a form keep its weight table? If not, where. */
export function ProofVerdict({ faults }: { readonly faults: Proof['faults'] }) {
  const words = useWords(zh, en)
  if (faults.length === 0)
    return (
      <StateWord tone="done" strong>
        {words.proof.sound}
      </StateWord>
    )
  const facts = (fault: Proof['faults'][number]) => {
    if (fault.kind === 'area') return { area: fault.path.join('／'), weight: show(fault.weight), marks: show(fault.marks) }
    return fault.kind === 'total' ? { total: show(fault.total) } : { ...fault }
  }
  return (
    <>
      <StateWord tone="failing" strong>
        {fill(words.proof.faulty, { n: faults.length })}
      </StateWord>
      <ul>
        {faults.map((fault, at) => (
          <li key={at}>{fill(words.faults[fault.kind], facts(fault))}</li>
        ))}
      </ul>
    </>
  )
}

function ProofTable({ proof }: { readonly proof: Proof }) {
  const words = useWords(zh, en).proof
  const language = useLanguage()
  const countOf = (type: (typeof THEORY_TYPES)[number]) => proof.rows.reduce((sum, row) => sum + row.counts[type], 0)
  return (
    <Wide name={words.table}>
      <table className="z-proof">
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.head.weight}</th>
            <th scope="col">{words.head.marks}</th>
            {THEORY_TYPES.map(type => (
              <th key={type} scope="col">
                {TYPE_NAMES[type][language]}
              </th>
            ))}
            <th scope="col">{words.head.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {proof.rows.map(row => (
            <tr key={row.path.join('/')}>
              <th scope="row">{row.path.join('／')}</th>
              <td>{show(row.weight)}</td>
              <td>{show(row.marks)}</td>
              {THEORY_TYPES.map(type => (
                <td key={type}>{row.counts[type]}</td>
              ))}
              <td>
                <StateWord tone={row.weight === row.marks ? 'done' : 'failing'}>
                  {row.weight === row.marks ? words.equal : words.differs}
                </StateWord>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{show(proof.rows.reduce((sum, row) => sum + row.weight, 0))}</td>
            <td>{show(proof.total)}</td>
            {THEORY_TYPES.map(type => (
              <td key={type}>{countOf(type)}</td>
            ))}
            <td>{proof.faults.length === 0 ? words.equal : words.differs}</td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}

/** Shares of the items as one bar in parts, each with its name and number. */
function Mix({ label, parts }: { readonly label: string; readonly parts: readonly { readonly name: string; readonly items: number }[] }) {
  const words = useWords(zh, en).mix
  const present = parts.filter(part => part.items > 0)
  return (
    <div>
      <p className="z-note">{label}</p>
      <div className="z-mix">
        {present.map(part => (
          <span key={part.name} style={{ flexGrow: part.items, flexBasis: 0 }} title={fill(words.items, { n: part.items })}>
            {`${part.name} · ${part.items}`}
          </span>
        ))}
      </div>
    </div>
  )
}
