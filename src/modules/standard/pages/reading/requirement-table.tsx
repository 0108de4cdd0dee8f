import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { Task } from '../../contract.ts'
import { textOf } from '../saying/code-texts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Mark } from './marks.tsx'
import { type Found, type FoundFunction, pieces } from './requirement-search.ts'

type Props = { readonly found: readonly FoundFunction[]; readonly search: string }

/** The table of a printed standard: function, task, numbered skills, numbered knowledge. */
export function RequirementTable({ found, search }: Props) {
  const words = useWords(zh, en).requirements
  return (
    <table className="z-std-table z-std-tree">
      <thead>
        <tr>
          <th scope="col">{words.function}</th>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.skills}</th>
          <th scope="col">{words.knowledge}</th>
        </tr>
      </thead>
      {found.map(one => (
        <tbody key={`${one.number}`}>
          {one.tasks.map((task, at) => (
            <tr key={task.number}>
              {at === 0 && <FunctionCell one={one} search={search} />}
              <TaskCells found={task} search={search} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function FunctionCell({ one, search }: { readonly one: FoundFunction; readonly search: string }) {
  const words = useWords(zh, en).requirements
  const language = useLanguage()
  const { function: name, functionProvenance, note } = one.function
  return (
    <th scope="rowgroup" rowSpan={one.tasks.length} className="z-std-function">
      <span className="z-std-number">{one.number}</span>
      <Marked text={name} search={search} />
      <Mark of={functionProvenance} />
      {note && <span className="z-note">{fill(words.note, { text: textOf(note, language) })}</span>}
    </th>
  )
}

function TaskCells({ found: { number, task }, search }: { readonly found: Found; readonly search: string }) {
  const words = useWords(zh, en).requirements
  return (
    <>
      <td className="z-std-task">
        <span className="z-std-number">{number}</span>
        <Marked text={task.name} search={search} />
        <TaskMark task={task} />
      </td>
      <Numbered title={words.skills} number={number} texts={task.skills} search={search} />
      <Numbered title={words.knowledge} number={number} texts={task.knowledge} search={search} />
    </>
  )
}

/** Where the name is older than the contents, both marks stand: first of the name, then of the contents. */
function TaskMark({ task }: { readonly task: Task }) {
  return (
    <>
      {task.nameProvenance && task.nameProvenance !== task.provenance && <Mark of={task.nameProvenance} />}
      <Mark of={task.provenance} />
    </>
  )
}

type NumberedProps = { readonly title: string; readonly number: string; readonly texts: readonly string[]; readonly search: string }

function Numbered({ title, number, texts, search }: NumberedProps) {
  return (
    <td data-title={title}>
      <ol>
        {texts.map((text, at) => (
          <li key={text}>
            <span className="z-std-number">{`${number}.${at + 1}`}</span>
            <span>
              <Marked text={text} search={search} />
            </span>
          </li>
        ))}
      </ol>
    </td>
  )
}

function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  return pieces(text, search).map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))
}
