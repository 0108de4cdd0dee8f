import { useWords } from '../../../../../ui/words.ts'
import { DENSITIES, type Density } from './grid-layout.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Size = Density | 'auto'
const SIZES: readonly Size[] = ['auto', ...DENSITIES]

/** How large the seats are, and the way to the table of keys. */
export function SizeChoice({
  density,
  onChoose,
  onHelp,
}: {
  readonly density: Size
  readonly onChoose: (density: Size) => void
  readonly onHelp: () => void
}) {
  const words = useWords(zh, en)
  return (
    <div className="h-sizes">
      <div role="group" aria-label={words.density.label}>
        {SIZES.map(size => (
          <button key={size} type="button" aria-pressed={size === density} onClick={() => onChoose(size)}>
            {words.density[size]}
          </button>
        ))}
      </div>
      <button type="button" className="h-help-button" aria-label={words.help} onClick={onHelp}>
        ?
      </button>
    </div>
  )
}
