import { ProvenanceMark } from '../../../../ui/components/mark/provenance-mark.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import type { Fact } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { countsOf, type Kind, KINDS, type Only } from './fact-index.ts'

const MARKS = { seed: 'seed', found: 'public', reconstructed: 'reconstructed' } as const

type Props = { readonly facts: readonly Fact[]; readonly only: Only; readonly onChoose: (only: Only) => void }

/** Legend and filter in one: how much of the text comes from where, and a way to see only that. */
export function ProvenanceFilter({ facts, only, onChoose }: Props) {
  const words = useWords(zh, en).reading
  const counts = countsOf(facts)
  const kinds = KINDS.filter(kind => counts[kind] > 0)
  return (
    <section className="z-std-provenance" aria-label={words.provenance}>
      <div className="z-std-share" aria-hidden="true">
        {kinds.map(kind => (
          <span key={kind} className={`z-share-${kind}`} style={{ flexGrow: counts[kind] }} />
        ))}
      </div>
      <div className="z-std-kinds" role="group">
        <button type="button" aria-pressed={only === null} onClick={() => onChoose(null)}>
          {words.everything}
          <span className="z-note">{fill(words.count, { n: facts.length })}</span>
        </button>
        {kinds.map(kind => (
          <KindButton
            key={kind}
            kind={kind}
            count={counts[kind]}
            pressed={only === kind}
            onPress={() => onChoose(only === kind ? null : kind)}
          />
        ))}
        <p className="z-note">{words.legend}</p>
      </div>
    </section>
  )
}

type KindProps = { readonly kind: Kind; readonly count: number; readonly pressed: boolean; readonly onPress: () => void }

function KindButton({ kind, count, pressed, onPress }: KindProps) {
  const words = useWords(zh, en).reading
  return (
    <button type="button" aria-pressed={pressed} onClick={onPress}>
      <ProvenanceMark of={MARKS[kind]} quiet />
      <span>
        <span className="z-no-print">{words.only}</span>
        {words.kinds[kind]}
      </span>
      <span className="z-note">{fill(words.count, { n: count })}</span>
    </button>
  )
}
