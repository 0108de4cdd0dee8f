import { call, type Told } from '../../../../ui/client.ts'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useEffect, useRef, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { sendHintCard } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly place: { readonly institution: string; readonly workshopId: string }
  /** Null is everybody. */
  readonly ownerId: string | null
  readonly name: string
  readonly onClose: () => void
}

/** Writing a hint card. It says to how many it went before it closes. */
export function CardForm({ place, ownerId, name, onClose }: Props) {
  const words = useWords(zh, en).cardForm
  const dialogRef = useRef<HTMLDialogElement | null>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => dialogRef.current?.showModal(), [])
  const send = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await call(sendHintCard, { params: place, body: { ownerId, text } })
    setBusy(false)
    setTold(answer.ok ? null : answer.refusal)
    if (answer.ok) setSent(answer.value.sent)
  }
  return (
    <dialog ref={dialogRef} className="lab-dialog board-card-form" aria-label={fill(words.title, { name })} onClose={onClose}>
      <form onSubmit={event => void send(event)}>
        <h2>{fill(words.title, { name })}</h2>
        <label>
          <span>{words.text}</span>
          <textarea
            rows={4}
            maxLength={300}
            required
            value={text}
            disabled={sent !== null}
            onInput={event => setText((event.target as HTMLTextAreaElement).value)}
          />
        </label>
        {told !== null && <RefusalNote refusal={told} />}
        <p role="status">{sent === null ? '' : fill(words.sent, { n: sent })}</p>
        <div className="lab-buttons">
          <button type="button" className="z-button" onClick={() => dialogRef.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="z-button z-button-primary" disabled={busy || sent !== null || text.trim() === ''}>
            {words.send}
          </button>
        </div>
      </form>
    </dialog>
  )
}
