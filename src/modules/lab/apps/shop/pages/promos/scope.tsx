import { TickField } from '../../../../pages/parts/fields.tsx'
import type { Office } from '../view.ts'

type Props = Pick<Office, 'view'> & {
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChoose: (products: string[]) => void
}

/** The goods something is for; none ticked means all of the store. */
export function Scope({ view, label, chosen, onChoose }: Props) {
  return (
    <fieldset className="lab-set">
      <legend>{label}</legend>
      <div className="shop-scope">
        {view.products.map(({ id, title }) => (
          <TickField
            label={title}
            checked={chosen.includes(id)}
            onCheck={on => onChoose(on ? [...chosen, id] : chosen.filter(c => c !== id))}
            key={id}
          />
        ))}
      </div>
    </fieldset>
  )
}
