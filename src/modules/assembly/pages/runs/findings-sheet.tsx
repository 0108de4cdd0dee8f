import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { RunAnswer } from './answers.ts'
import { findingAmount } from './run-tones.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from '../wide.tsx'

type Findings = RunAnswer['findings']

/** The table of the check: the verdict first, the lines when they are asked for; open at once where one is broken. */
export function FindingsSheet({ findings }: { readonly findings: Findings }) {
  const words = useWords(zh, en).findings
  const broken = findings.filter(each => !each.holds).length
  return (
    <Sheet title={words.title} note={fill(words.note, { n: findings.length, bad: broken })}>
      <StateWord tone={broken === 0 ? 'done' : 'failing'} strong>
        {broken === 0 ? fill(words.sound, { n: findings.length }) : fill(words.note, { n: findings.length, bad: broken })}
      </StateWord>
      <details className="z-findings-lines" open={broken > 0}>
        <summary>{words.open}</summary>
        <FindingLines findings={findings} />
      </details>
    </Sheet>
  )
}

function FindingLines({ findings }: { readonly findings: Findings }) {
  const words = useWords(zh, en).findings
  const language = useLanguage()
  return (
    <Wide name={words.title}>
      <table className="z-proof z-finding-lines">
        <thead>
          <tr>
            <th scope="col">{words.constraint}</th>
            <th scope="col">{words.form}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(each => (
            <tr key={`${each.constraintId} ${each.form} ${each.part}`}>
              <th scope="row">
                {each.said[language]}
                {each.part !== '' && <span className="z-note">{` ${each.part}`}</span>}
              </th>
              <td>{each.form === null ? words.all : fill(words.number, { n: each.form })}</td>
              <td>{findingAmount(each.constraintId, each.amount)}</td>
              <td>
                <StateWord tone={each.holds ? 'done' : 'failing'}>{each.holds ? words.holds : words.broken}</StateWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
