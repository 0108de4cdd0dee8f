import type { ReactNode } from 'react'
import { useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { ChapterKey } from './outline.ts'
import { anchorOf } from './statement.tsx'

/** A chapter with its number, as printed. */
export function Chapter({ number, id, children }: { readonly number: string; readonly id: ChapterKey; readonly children: ReactNode }) {
  const words = useWords(zh, en).chapters
  return (
    <section className="z-std-chapter" id={anchorOf(number)} aria-labelledby={`${anchorOf(number)}-name`}>
      <h2 id={`${anchorOf(number)}-name`}>
        <span className="z-std-number">{number}</span>
        {words[id]}
      </h2>
      {children}
    </section>
  )
}
