import { Tick } from '../../../../pages/trade/fields.tsx'
import type { Office } from '../view.ts'

type Props = Pick<Office, 'view'> & {
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChoose: (products: string[]) => void
}

/** The goods something is for; none ticked means all of the store. */
export function Scope({ view, label, chosen, onChoose }: Props) {
  return (
    <fieldset className="trade-set">
      <legend>{label}</legend>
      <div className="shop-scope">
        {view.products.map(({ id, title }) => (
          <Tick
            label={title}
            on={chosen.includes(id)}
            onChange={on => onChoose(on ? [...chosen, id] : chosen.filter(c => c !== id))}
            key={id}
          />
        ))}
      </div>
    </fieldset>
  )
}
