import { useState } from '../../../../ui/hooks.ts'
import type { AppPageProps } from '../app-page.ts'
import { words } from './words.ts'

type Props = Pick<AppPageProps, 'act' | 'busy'> & {
  readonly type: string
  readonly data: unknown
  readonly label: string
  /** What is asked before it is done, where it cannot be taken back. */
  readonly question?: string
  /** What it is done to, for those who hear the button without its row. */
  readonly about?: string
  readonly primary?: boolean
  readonly onDone?: (reply: unknown) => void
}

/** A button that gives one command; what cannot be taken back is asked again in its place. Refusals are shown by the frame. */
export function ActButton({ act, busy, type, data, label, question, about, primary = false, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const give = async (): Promise<void> => {
    setAsking(false)
    const acted = await act(type, data)
    if (acted.kind === 'done') onDone?.(acted.reply)
  }
  if (asking)
    return (
      <span className="bones-asked" role="group" aria-label={question}>
        <span>{question}</span>
        <button type="button" className="z-button z-button-primary" disabled={busy} onClick={() => void give()}>
          {label}
        </button>
        <button type="button" className="z-button" onClick={() => setAsking(false)}>
          {words.cancel}
        </button>
      </span>
    )
  return (
    <button
      type="button"
      className={primary ? 'z-button z-button-primary' : 'z-button'}
      disabled={busy}
      aria-label={about === undefined ? undefined : `${label} ${about}`}
      onClick={() => (question === undefined ? void give() : setAsking(true))}
    >
      {label}
    </button>
  )
}
