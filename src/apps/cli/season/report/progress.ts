import { padded } from './table.ts'

/** Where progress is shown. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

/** Shows how far one stage is: a single line that is rewritten on a terminal, a line at the start and the end elsewhere. */
export type Progress = {
  /** Begins a stage of so many steps; 0 = not known. */
  begin(stage: string, steps: number): void
  step(by?: number): void
  /** Ends the stage with what came of it. */
  end(outcome: string): void
  /** The stages ended so far. */
  ended(): readonly EndedStage[]
}
export type EndedStage = { readonly stage: string; readonly seconds: number; readonly outcome: string }

const BAR = 24
const REDRAW_MS = 100

/** `now` in milliseconds, of any clock that runs forward. */
export function openProgress(screen: Screen, now: () => number): Progress {
  let current = { stage: '', steps: 0, done: 0, since: 0, drawn: Number.NEGATIVE_INFINITY }
  const ended: EndedStage[] = []
  const seconds = () => ((now() - current.since) / 1000).toFixed(1)
  const draw = (force: boolean) => {
    if (!screen.isTTY || (!force && now() - current.drawn < REDRAW_MS)) return
    current.drawn = now()
    screen.write(`\r\u001b[K${barLine(current, seconds())}`)
  }
  return {
    begin(stage, steps) {
      current = { stage, steps, done: 0, since: now(), drawn: Number.NEGATIVE_INFINITY }
      if (screen.isTTY) draw(true)
      else screen.write(`… ${stage}\n`)
    },
    step(by = 1) {
      current.done += by
      draw(false)
    },
    end(outcome) {
      ended.push({ stage: current.stage, seconds: Number(seconds()), outcome })
      screen.write(
        `${screen.isTTY ? '\r\u001b[K' : ''}✓ ${padded(current.stage, 26, 'left')} ${padded(`${seconds()} s`, 8, 'right')}  ${outcome}\n`,
      )
    },
    ended: () => ended,
  }
}

function barLine(
  { stage, steps, done }: { readonly stage: string; readonly steps: number; readonly done: number },
  seconds: string,
): string {
  if (steps === 0) return `  ${padded(stage, 26, 'left')} ${done} (${seconds} s)`
  const filled = Math.min(BAR, Math.floor((done / steps) * BAR))
  return `  ${padded(stage, 26, 'left')} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${steps} (${seconds} s)`
}
