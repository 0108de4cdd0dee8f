import { fill } from '../../../../../../ui/words.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { words as shop } from '../words.ts'
import type { VariantText } from '../texts.ts'
import type { PartProps } from '../view.ts'
import { EMPTY_VARIANT } from './product-text.ts'
import { words } from './words.ts'

type Column = { readonly key: keyof VariantText; readonly zh: string; readonly number: boolean; readonly max: number }

function columnsOf([a, b]: readonly [string, string]): readonly Column[] {
  const plain = (key: keyof VariantText, zh: string, max: number): Column => ({ key, zh, number: false, max })
  const number = (key: keyof VariantText, zh: string, max: number): Column => ({ key, zh, number: true, max })
  return [
    plain('sku', words.sku, 30),
    ...(a.trim() === '' ? [] : [plain('a', a.trim(), 40)]),
    ...(b.trim() === '' ? [] : [plain('b', b.trim(), 40)]),
    plain('gtin', words.gtin, 13),
    number('price', `${words.price}（元）`, 12),
    number('listPrice', `${words.listPrice}（元）`, 12),
    number('weight', words.weight, 6),
    number('stock', words.stock, 7),
  ]
}

/** The single articles of a product, one a row. */
export function VariantsTable(props: PartProps) {
  const { text, onText } = props
  const { price, listPrice, weight } = text.variants.at(-1) ?? EMPTY_VARIANT
  const fresh = { ...EMPTY_VARIANT, price, listPrice, weight }
  return (
    <fieldset className="lab-set">
      <legend>{words.variants}</legend>
      <Specs {...props} />
      <div className="lab-scroll">
        <Grid {...props} />
      </div>
      <button type="button" className="z-button" onClick={() => onText({ ...text, variants: [...text.variants, fresh] })}>
        {words.addVariant}
      </button>
    </fieldset>
  )
}

function Specs({ text, onText }: PartProps) {
  const [a, b] = text.specs
  return (
    <div className="shop-specs">
      <TextField
        label={fill(words.specName, { n: '一' })}
        maxLength={10}
        value={a}
        onValue={name => onText({ ...text, specs: [name, b] })}
      />
      <TextField
        label={fill(words.specName, { n: '二' })}
        maxLength={10}
        value={b}
        onValue={name => onText({ ...text, specs: [a, name] })}
      />
    </div>
  )
}

function Grid({ text, onText }: PartProps) {
  const columns = columnsOf(text.specs)
  const set = (at: number, key: keyof VariantText, value: string): void =>
    onText({ ...text, variants: text.variants.map((v, i) => (i === at ? { ...v, [key]: value } : v)) })
  return (
    <table className="shop-grid">
      <thead>
        <tr>
          {columns.map(({ key, zh }) => (
            <th scope="col" key={key}>
              {zh}
            </th>
          ))}
          <th scope="col">
            <span className="z-unseen">{shop.acts}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {text.variants.map((variant, i) => (
          <tr key={i}>
            {columns.map(column => (
              <td key={column.key} className={`shop-cell-${column.key}`}>
                <Cell column={column} row={i + 1} value={variant[column.key]} onChange={value => set(i, column.key, value)} />
              </td>
            ))}
            <td>
              <button
                type="button"
                className="z-link"
                disabled={text.variants.length === 1}
                onClick={() => onText({ ...text, variants: text.variants.filter((_v, at) => at !== i) })}
              >
                {shop.remove}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = { readonly column: Column; readonly row: number; readonly value: string; readonly onChange: (value: string) => void }

function Cell({ column, row, value, onChange }: CellProps) {
  return (
    <input
      className="lab-cell"
      value={value}
      maxLength={column.max}
      inputMode={column.number ? 'decimal' : 'text'}
      autoComplete="off"
      aria-label={`${fill(words.nth, { n: row })} ${column.zh}`}
      onInput={event => onChange((event.target as HTMLInputElement).value)}
    />
  )
}
