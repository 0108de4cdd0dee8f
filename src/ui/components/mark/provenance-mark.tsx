import { fill, useWords } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** Where a text of the standard comes from. */
export type Provenance = 'seed' | 'public' | 'reconstructed'

const shapes: Readonly<Record<Provenance, string>> = {
  seed: 'M2 2h8v8H2z',
  public: 'M6 1 11 6 6 11 1 6z',
  reconstructed: 'M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 0 1 0-9.5z',
}

/** Says beside a text whether it is original, public or our reconstruction; the explanation opens on hover and on focus. `source` names the place in the text. */
export function ProvenanceMark({
  of,
  source,
  quiet = false,
}: {
  readonly of: Provenance
  readonly source?: string
  readonly quiet?: boolean
}) {
  const words = useWords(zh, en).provenance
  const tip = source ? `${words[`${of}Tip`]}${'\n'}${source}` : words[`${of}Tip`]
  return (
    <span
      className={`z-provenance z-tip z-provenance-${of}`}
      tabIndex={0}
      role="note"
      aria-label={fill(words.spoken, { name: words[of], tip })}
      data-tip={tip}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[of]} />
      </svg>
      {!quiet && <span aria-hidden="true">{words[of]}</span>}
    </span>
  )
}
