import type { FormProps } from '../view.ts'
import { words } from '../words.ts'

/** The two ends of every form below an order. */
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
