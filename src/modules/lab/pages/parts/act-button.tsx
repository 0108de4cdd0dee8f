import { useEffect, useRef, useState } from '../../../../ui/hooks.ts'
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
export function ActButton(props: Props) {
  const { act, type, data, onDone } = props
  const [asking, setAsking] = useState(false)
  const give = async (): Promise<void> => {
    setAsking(false)
    const acted = await act(type, data)
    if (acted.kind === 'done') onDone?.(acted.reply)
  }
  if (asking) return <Question {...props} onYes={() => void give()} onNo={() => setAsking(false)} />
  return (
    <button
      type="button"
      className={props.primary === true ? 'z-button z-button-primary' : 'z-button'}
      disabled={props.busy}
      aria-label={props.about === undefined ? undefined : `${props.label} ${props.about}`}
      onClick={() => (props.question === undefined ? void give() : setAsking(true))}
    >
      {props.label}
    </button>
  )
}

/** Takes the focus as a whole: it is read out, and a key that is still held down confirms nothing. */
function Question({ question, label, busy, onYes, onNo }: Props & { readonly onYes: () => void; readonly onNo: () => void }) {
  const groupRef = useRef<HTMLSpanElement | null>(null)
  useEffect(() => groupRef.current?.focus(), [])
  return (
    <span className="lab-asked" role="group" aria-label={question} tabIndex={-1} ref={groupRef}>
      <span>{question}</span>
      <button type="button" className="z-button z-button-primary" disabled={busy} onClick={onYes}>
        {label}
      </button>
      <button type="button" className="z-button" onClick={onNo}>
        {words.cancel}
      </button>
    </span>
  )
}
