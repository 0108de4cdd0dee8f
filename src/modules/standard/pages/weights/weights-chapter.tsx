import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { WeightBars } from '../../../../ui/components/charts/weight-bars.tsx'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { originOf, type Part, totalWeight, type WeightRow, WHOLE } from '../../contract.ts'
import { Chapter } from '../reading/chapter.tsx'
import { passes } from '../reading/fact-index.ts'
import { ChapterOrigin, Mark } from '../reading/marks.tsx'
import { useReading } from '../reading/reading-context.tsx'
import { anchorOf, Statements, useFacts } from '../reading/statement.tsx'
import { levelName } from '../saying/level-names.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { chartRows, flatRows, PARTS, type WeightChoice, weightChoices } from './weight-rows.ts'

/** 4 比重表: one level at a time on the screen, all of them on paper. */
export function WeightsChapter() {
  const { edition } = useReading()
  const words = useWords(zh, en).weights
  const language = useLanguage()
  const choices = weightChoices(edition)
  const [chosen, setChosen] = useState<string | undefined>(choices[0]?.key)
  const notes = useFacts({ paths: [['weightsNote'], ['weightsKey']] })
  const options = choices.map(choice => ({ value: choice.key as string, label: choiceName(choice, language) }))
  return (
    <Chapter number="4" id="weights">
      <ChapterOrigin from={originOf(edition, 'weights')} />
      {choices.length === 0 && <p className="z-std-silent">{words.empty}</p>}
      {notes.length > 0 && choices.length > 0 && (
        <Statements
          facts={notes.map(fact => ({ ...fact, from: originOf(edition, 'weights') === fact.from ? edition.id : fact.from }))}
          named
        />
      )}
      {choices.length > 1 && (
        <div className="z-std-bar z-no-print">
          {options.length > 5 ? (
            <Select aria-label={words.choose} value={chosen} options={options} onChange={setChosen} popupMatchSelectWidth={false} />
          ) : (
            <Segmented aria-label={words.choose} value={chosen ?? ''} options={options} onChange={setChosen} />
          )}
        </div>
      )}
      {choices.map(choice => (
        <div key={choice.key} className="z-std-choice" hidden={choice.key !== chosen}>
          {PARTS.map((part, at) => (
            <WeightPart key={part} choice={choice} part={part} number={`4.${at + 1}`} />
          ))}
        </div>
      ))}
    </Chapter>
  )
}

function choiceName({ level, workType }: WeightChoice, language: Language): string {
  return workType === null ? levelName(level, language) : `${levelName(level, language)}·${workType}`
}

type PartProps = { readonly choice: WeightChoice; readonly part: Part; readonly number: string }

function WeightPart({ choice, part, number }: PartProps) {
  const { edition } = useReading()
  const all = useWords(zh, en)
  const words = all.weights
  const language = useLanguage()
  const name = all.lines[part]
  const rows = edition.weights[choice.key]?.[part] ?? []
  return (
    <section className="z-std-weights" id={`${anchorOf(number)}-${choice.key}`}>
      <h3>
        <span className="z-std-number">{number}</span>
        {fill(words.title, { level: choiceName(choice, language), part: name })}
      </h3>
      {rows.length === 0 ? (
        <p className="z-std-silent">{fill(words.none, { part: name })}</p>
      ) : (
        <div className="z-std-sides">
          <WeightTree rows={rows} />
          <WeightBars title={fill(words.chart, { part: name })} series={[name]} rows={chartRows(rows)} />
        </div>
      )}
    </section>
  )
}

function WeightTree({ rows }: { readonly rows: readonly WeightRow[] }) {
  const { only } = useReading()
  const words = useWords(zh, en).weights
  const total = totalWeight(rows)
  return (
    <table className="z-std-table z-std-weight-tree">
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col">{words.weight}</th>
        </tr>
      </thead>
      <tbody>
        {flatRows(rows).map(row => (
          <tr key={`${row.depth}${row.area}`} className={`z-depth-${row.depth}${passes(row.provenance, only) ? '' : ' z-std-faded'}`}>
            <th scope="row">{row.area}</th>
            <td>
              {row.weight}
              <Mark of={row.provenance} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>
            <StateWord tone={total === WHOLE ? 'done' : 'failing'} strong>
              {total === WHOLE ? total : fill(words.notWhole, { n: total })}
            </StateWord>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
