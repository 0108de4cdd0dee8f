import type { TalkProps } from './view.ts'
import { words } from './words.ts'

export type FormProps = TalkProps & { readonly onDone: () => void }
export type Submit = { preventDefault: () => void }

/** The two ends of every form beside a conversation. */
export function Ends({ busy, onDone }: Pick<FormProps, 'busy' | 'onDone'>) {
  return (
    <div className="lab-buttons">
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {words.submit}
      </button>
      <button type="button" className="z-button" onClick={onDone}>
        {words.close}
      </button>
    </div>
  )
}
