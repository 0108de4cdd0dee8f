import { TextField } from '../../../pages/parts/fields.tsx'
import { skuFor } from './parts.tsx'
import type { WmsView } from './view.ts'
import { words } from './words.ts'

type TypedLine = { readonly sku: string; readonly quantity: string }
export const NO_LINE: readonly TypedLine[] = [{ sku: '', quantity: '' }]

/** Typed lines as a command wants them. */
export function linesOf(view: WmsView, lines: readonly TypedLine[]): { readonly sku: string; readonly quantity: number }[] {
  return lines.map(({ sku, quantity }) => ({ sku: skuFor(view, sku), quantity: Number(quantity) }))
}

type Props = { readonly lines: readonly TypedLine[]; readonly onLines: (lines: readonly TypedLine[]) => void }

/** Articles and how many of each; a line more at the press of a button. */
export function LinesField({ lines, onLines }: Props) {
  const change = (i: number, more: Partial<TypedLine>): void => onLines(lines.map((line, j) => (i === j ? { ...line, ...more } : line)))
  return (
    <div className="wms-lines lab-field-wide">
      {lines.map(({ sku, quantity }, i) => (
        <div role="group" aria-label={words.line.replace('{n}', String(i + 1))} key={i}>
          <TextField required label={words.code} list="wms-skus" maxLength={40} value={sku} onValue={value => change(i, { sku: value })} />
          <TextField required label={words.quantity} kind="count" value={quantity} onValue={value => change(i, { quantity: value })} />
          {lines.length > 1 && (
            <button type="button" className="z-link" onClick={() => onLines(lines.filter((_line, j) => j !== i))}>
              {words.dropLine}
            </button>
          )}
        </div>
      ))}
      <button type="button" className="z-link" onClick={() => onLines([...lines, ...NO_LINE])}>
        {words.add}
      </button>
    </div>
  )
}
