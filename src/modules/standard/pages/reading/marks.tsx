import { Link } from 'react-router'
import { ProvenanceMark } from '../../../../ui/components/mark/provenance-mark.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import type { EditionId, ProvenanceText } from '../../contract.ts'
import { parseProvenance } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { readable } from '../saying/readable.ts'
import { useReading } from './reading-context.tsx'

/** The mark behind a text: its provenance, and the edition it was taken from when that is another one. The joiner keeps it on the line of its text. */
export function Mark({ of, from }: { readonly of: ProvenanceText; readonly from?: EditionId }) {
  const { edition } = useReading()
  return (
    <span className="z-std-mark">
      {'\u2060'}
      <SourceMark of={of} />
      {from !== undefined && from !== edition.id && <TakenFrom edition={from} />}
    </span>
  )
}

/** Provenance alone; with `spelt` its word stands beside the shape. */
export function SourceMark({ of, spelt = false }: { readonly of: ProvenanceText; readonly spelt?: boolean }) {
  const provenance = parseProvenance(of)
  return provenance.kind === 'found' ? (
    <ProvenanceMark of="public" quiet={!spelt} source={readable(provenance.source)} />
  ) : (
    <ProvenanceMark of={provenance.kind} quiet={!spelt} />
  )
}

/** “沿用2005年版”, with the way there. */
export function TakenFrom({ edition }: { readonly edition: EditionId }) {
  const words = useWords(zh, en)
  return (
    <Link className="z-std-taken" to={`/standard/${edition}`}>
      {fill(words.reading.inherited, { edition: words.editions[edition] })}
    </Link>
  )
}

/** Says under a heading that the chapter is another edition's text. */
export function ChapterOrigin({ from }: { readonly from: EditionId }) {
  const { edition } = useReading()
  const words = useWords(zh, en)
  if (from === edition.id) return null
  return (
    <p className="z-std-origin">
      <Link to={`/standard/${from}`}>{fill(words.reading.inheritedPart, { edition: words.editions[from] })}</Link>
    </p>
  )
}

/** Said where a chapter has nothing left under the filter. */
export function NothingLeft() {
  const { only } = useReading()
  const words = useWords(zh, en).reading
  return <p className="z-std-silent">{only === null ? words.silent : fill(words.nothing, { kind: words.kinds[only] })}</p>
}
