import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showCount } from '../../../ui/format.ts'
import { useLanguage, useWords } from '../../../ui/words.ts'
import type { ReportArrow } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Every arrow: before, the named differences, after, and whether they agree. */
export function ArrowTable({ arrows }: { readonly arrows: readonly ReportArrow[] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <Sheet title={words.arrows} flush>
      <div className="zs-scroll">
        <table className="zs-table">
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col" className="zs-n">
                {words.from}
              </th>
              <th scope="col">{words.differences}</th>
              <th scope="col" className="zs-n">
                {words.to}
              </th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {arrows.map(arrow => (
              <tr key={`${arrow.from} ${arrow.to}`} className={arrow.verdict === 'fault' ? 'zs-row-fault' : ''}>
                <th scope="row">{arrow.name[language]}</th>
                <td className="zs-n">{showCount(arrow.fromCount)}</td>
                <td>
                  <Differences arrow={arrow} />
                </td>
                <td className="zs-n">{showCount(arrow.toCount)}</td>
                <td>
                  <StateWord tone={arrow.verdict === 'fault' ? 'failing' : 'done'}>
                    {arrow.verdict === 'fault' ? words.fault : words.ok}
                  </StateWord>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function Differences({ arrow }: { readonly arrow: ReportArrow }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const parts = [
    ...arrow.parts.filter(p => p.count !== 0).map(p => ({ text: p.name[language], count: -p.count, fault: p.kind === 'fault' })),
    ...(arrow.gained > 0 ? [{ text: words.gained, count: arrow.gained, fault: true }] : []),
    ...(arrow.residual !== 0 ? [{ text: words.residual, count: -arrow.residual, fault: true }] : []),
  ]
  if (parts.length === 0) return <span className="z-note">{words.none}</span>
  return (
    <ul className="zs-parts">
      {parts.map(part => (
        <li key={part.text} className={part.fault ? 'zs-part-fault' : ''}>
          <span>{part.text}</span>
          <span className="z-number">{part.count > 0 ? `+${showCount(part.count)}` : `−${showCount(-part.count)}`}</span>
        </li>
      ))}
    </ul>
  )
}
