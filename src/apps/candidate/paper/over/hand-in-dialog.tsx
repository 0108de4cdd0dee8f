import { fill, useWords } from '../../../../ui/words.ts'
import { type Sheet, progressOf } from '../../engine/sheet.ts'
import { en } from '../../words/words.en.ts'
import { zh } from '../../words/words.zh.ts'
import { Dialog } from './dialog.tsx'

type Props = { readonly sheet: Sheet; readonly onBack: () => void; readonly onConfirm: () => void }

/** The last question before the step that cannot be taken back. The way back has the focus nearest. */
export function HandInDialog({ sheet, onBack, onConfirm }: Props) {
  const words = useWords(zh, en).review
  const { unanswered, marked } = progressOf(sheet)
  return (
    <Dialog title={words.sure} onClose={onBack}>
      <ul className="x-counts">
        <li>{unanswered.length > 0 ? fill(words.sureLeft, { count: unanswered.length }) : words.sureAll}</li>
        {marked.length > 0 ? <li>{fill(words.sureMarked, { count: marked.length })}</li> : null}
      </ul>
      <p>{words.warning}</p>
      <div className="x-actions">
        <button type="button" className="z-button z-button-primary z-button-large" onClick={onBack}>
          {words.back}
        </button>
        <button type="button" className="z-button z-button-large x-hand-in" onClick={onConfirm}>
          {words.confirm}
        </button>
      </div>
    </Dialog>
  )
}
