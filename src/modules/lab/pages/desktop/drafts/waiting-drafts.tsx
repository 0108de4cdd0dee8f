import { useWords } from '../../../../../ui/words.ts'
import { en } from '../help/words.en.ts'
import { zh } from '../help/words.zh.ts'

type Props = { readonly waiting: number; readonly onForget: () => void }

/** Says that something half typed was kept and comes back with its form, as long as a form is waited for. */
export function WaitingDrafts({ waiting, onForget }: Props) {
  const words = useWords(zh, en).drafts
  if (waiting === 0) return null
  return (
    <p className="lab-waiting" role="status">
      <span>{words.kept}</span>
      <button type="button" className="z-link" onClick={onForget}>
        {words.forget}
      </button>
    </p>
  )
}
