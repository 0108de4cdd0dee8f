import { z } from 'zod'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LabApp } from '../app/define-app.ts'
import type { ScenarioDocument, TaskDocument } from '../task/document-schema.ts'
import { readScenario, readTask } from '../task/read-task.ts'

/**
 * A task with the world it is set in, as one text that travels sealed with the papers of an exam. `sha256` (hex) is that of the text,
 * which is kept and compared as it was written. It holds rubric and solution: no browser ever gets it.
 */
export type ExamDocument = { readonly task: string; readonly sha256: string; readonly text: string }

/** What an exam document says. */
export type ExamTask = { readonly task: TaskDocument; readonly scenario: ScenarioDocument }

export function examDocumentText({ task, scenario }: ExamTask): string {
  return JSON.stringify({ version: 1, task, scenario })
}

const Frame = z.strictObject({ version: z.literal(1), task: z.unknown(), scenario: z.unknown() })

/**
 * Reads an exam document by the schemas and the apps of this build. Refusal: `lab-document-invalid`, also when the scenario is another
 * than the task names, or has an app that this build has not.
 */
export function readExamDocument(text: string, apps: Readonly<Record<string, LabApp>>): Result<ExamTask> {
  const frame = Frame.safeParse(jsonOf(text))
  if (!frame.success) return refuse('lab-document-invalid', { why: 'frame' })
  const task = readTask(frame.data.task, apps)
  const scenario = readScenario(frame.data.scenario)
  if (!task.ok || !scenario.ok) return refuse('lab-document-invalid', { why: task.ok ? 'scenario' : 'task' })
  const isItsOwn = task.value.scenario === `${scenario.value.scenario}@${scenario.value.version}`
  const hasApps = Object.keys(scenario.value.apps).every(app => Object.hasOwn(apps, app))
  return isItsOwn && hasApps ? ok({ task: task.value, scenario: scenario.value }) : refuse('lab-document-invalid', { why: 'scenario' })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
