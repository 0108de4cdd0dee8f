import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** How many marks fell into each bin, the highest first, with the pass line between the bins it parts. */
export function Spread({
  title,
  bins,
  passLine,
}: {
  readonly title: string
  readonly bins: readonly { readonly from: number; readonly count: number }[]
  readonly passLine: number | null
}) {
  const words = useWords(zh, en).publish
  const top = Math.max(1, ...bins.map(b => b.count))
  return (
    <figure className="za-spread">
      <figcaption>{title}</figcaption>
      {bins.toReversed().map(({ from, count }) => (
        <div key={from} style={{ display: 'contents' }}>
          <div className="za-spread-row">
            <span>{fill(words.spreadRow, { from: from / 100, to: from / 100 + 10 })}</span>
            <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
              <rect
                className={passLine !== null && from < passLine ? 'za-bar-low' : 'za-bar'}
                x="0"
                y="2"
                width={(count * 100) / top}
                height="12"
              />
            </svg>
            <span className="z-number">{count}</span>
          </div>
          {from === passLine && <span className="za-spread-line">{fill(words.passLine, { mark: showMarks(hundredths(passLine)) })}</span>}
        </div>
      ))}
    </figure>
  )
}
