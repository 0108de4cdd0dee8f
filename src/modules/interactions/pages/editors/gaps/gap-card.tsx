import type { ReactNode } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = {
  readonly id: string
  /** Does the gap stand in the text? */
  readonly stands: boolean
  /** Beside the name, such as what the gap is filled with. */
  readonly beside?: ReactNode
  readonly onPutBack: () => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** One gap with its settings; one that the text lost can be put back or taken out. */
export function GapCard({ id, stands, beside, onPutBack, onRemove, children }: Props) {
  const words = useWords(zh, en).gaps
  const name = fill(words.gap, { id })
  return (
    <li className={stands ? 'z-gap-card' : 'z-gap-card z-gap-card-lost'}>
      <div className="z-gap-card-head">
        <strong>{name}</strong>
        {beside}
        {!stands && (
          <>
            <StateWord tone="waiting">{words.lost}</StateWord>
            <button type="button" className="z-link" onClick={onPutBack}>
              {words.putBack}
            </button>
          </>
        )}
        <button
          type="button"
          className="z-icon-button z-row-act"
          aria-label={`${words.remove}：${name}`}
          title={words.remove}
          tabIndex={stands ? -1 : 0}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <div className="z-gap-card-fields">{children}</div>
    </li>
  )
}
