import { useEffect, useState } from '../../ui/hooks.ts'
import type { ExamState } from './engine/exam-state.ts'
import type { Exam } from './engine/exam.ts'

/** The state of the exam; the component is drawn again when it changes. */
export function useExam(exam: Exam): ExamState {
  const [state, follow] = useState(exam.state)
  useEffect(() => {
    follow(exam.state())
    return exam.subscribe(() => follow(exam.state()))
  }, [exam])
  return state
}

/** Draws the component again every so many milliseconds: for clocks. */
export function useEvery(ms: number): void {
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again(n => n + 1), ms)
    return () => clearInterval(timer)
  }, [ms])
}
