import { words as shop } from '../words.ts'
import type { Closing, Office, OrderProps } from '../view.ts'

export type FormProps = OrderProps & Closing

/** The two ends of every form below an order. */
export function Ends({ busy, onDone }: Pick<Office, 'busy'> & Closing) {
  return (
    <div className="lab-buttons">
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {shop.submit}
      </button>
      <button type="button" className="z-button" onClick={onDone}>
        {shop.close}
      </button>
    </div>
  )
}
