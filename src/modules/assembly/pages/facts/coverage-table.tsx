import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import type { FormFacts } from './form-facts.ts'
import { marksText } from './show.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from '../wide.tsx'

/** The marks of each area against its weight, line by line. */
export function CoverageTable({ facts }: { readonly facts: FormFacts }) {
  const words = useWords(zh, en).coverage
  const weight = facts.areas.reduce((sum, area) => sum + area.weight, 0)
  return (
    <Wide name={words.title}>
      <table className="z-proof">
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.weight}</th>
            <th scope="col">{words.marks}</th>
            <th scope="col">{words.items}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {facts.areas.map(area => (
            <tr key={area.path.join('/')}>
              <th scope="row">{area.path.join('／')}</th>
              <td>{marksText(area.weight)}</td>
              <td>{marksText(area.marks)}</td>
              <td>{area.items}</td>
              <td>
                <Agreement difference={area.marks - area.weight} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{marksText(weight)}</td>
            <td>{marksText(facts.marks)}</td>
            <td>{facts.items}</td>
            <td>
              <Agreement difference={facts.marks - weight} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}

export function Agreement({ difference }: { readonly difference: number }) {
  const words = useWords(zh, en).coverage
  return difference === 0 ? (
    <StateWord tone="done">{words.equal}</StateWord>
  ) : (
    <StateWord tone="failing">{fill(words.differs, { n: `${difference > 0 ? '+' : '−'}${marksText(Math.abs(difference))}` })}</StateWord>
  )
}
