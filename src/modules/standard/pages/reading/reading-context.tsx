import { createContext, useContext } from 'react'
import type { LevelCode, ResolvedEdition } from '../../contract.ts'
import type { FactIndex, Only } from './fact-index.ts'

/** What every part of the reading view needs: the edition, its statements, and what the reader wants to see. */
export type ReadingView = {
  readonly edition: ResolvedEdition
  readonly facts: FactIndex
  readonly levels: readonly LevelCode[]
  readonly only: Only
}

export const ReadingContext = createContext<ReadingView | null>(null)

export function useReading(): ReadingView {
  const view = useContext(ReadingContext)
  if (view === null) throw new Error('outside of the reading view')
  return view
}
