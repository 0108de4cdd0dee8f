import { words as shop } from '../words.ts'
import type { OrderProps } from './order-card.tsx'

export type FormProps = OrderProps & { readonly onDone: () => void }

/** The two ends of every form below an order. */
export function Ends({ busy, onDone }: Pick<FormProps, 'busy' | 'onDone'>) {
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
