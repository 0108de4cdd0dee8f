import { useEffect, useState } from 'react'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { levelName } from '../saying/level-names.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { blocksOf, OCCUPATION_LINES } from './outline.ts'
import { useReading } from './reading-context.tsx'
import { anchorOf } from './statement.tsx'

type Entry = { readonly number: string; readonly name: string; readonly depth: 0 | 1 }

/** The table of contents: beside the text where there is room, folded above it on a phone. It shows where the reader is. */
export function Contents() {
  const words = useWords(zh, en).reading
  const entries = useEntries()
  const here = useReadingPlace(entries.map(entry => anchorOf(entry.number)))
  const list = (
    <ol>
      {entries.map(entry => (
        <li key={entry.number} className={`z-depth-${entry.depth}`}>
          <a href={`#${anchorOf(entry.number)}`} aria-current={here === anchorOf(entry.number) ? 'location' : undefined}>
            <span className="z-std-number">{entry.number}</span>
            {entry.name}
          </a>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <nav className="z-std-contents z-no-print" aria-label={words.contents}>
        <p>{words.contents}</p>
        {list}
      </nav>
      <details className="z-std-contents-small z-no-print">
        <summary>{words.contents}</summary>
        {list}
      </details>
    </>
  )
}

function useEntries(): readonly Entry[] {
  const { edition } = useReading()
  const words = useWords(zh, en)
  const language = useLanguage()
  const chapter = (number: string, name: string): Entry => ({ number, name, depth: 0 })
  return [
    chapter('1', words.chapters.occupation),
    ...OCCUPATION_LINES.map(line => ({ number: line.number, name: words.lines[line.key], depth: 1 as const })),
    chapter('2', words.chapters.basics),
    chapter('3', words.chapters.requirements),
    ...blocksOf(edition).map((block, at) => ({
      number: `3.${at + 1}`,
      name: [levelName(block.level, language), block.workType].filter(Boolean).join(' '),
      depth: 1 as const,
    })),
    chapter('4', words.chapters.weights),
    chapter('5', words.chapters.colophon),
  ]
}

/** The last anchor above the upper third of the window. */
function useReadingPlace(anchors: readonly string[]): string | undefined {
  const [here, setHere] = useState<string>()
  const all = anchors.join(' ')
  useEffect(() => {
    const find = () => {
      const line = innerHeight / 3
      setHere(all.split(' ').findLast(id => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line))
    }
    find()
    addEventListener('scroll', find, { passive: true })
    return () => removeEventListener('scroll', find)
  }, [all])
  return here
}
