import { type TaskDocument, marksOfCheck } from '../../../lab/contract.ts'
import { type LabPlacings, type TaskPlacing, codeOfTask } from './lab-placing.ts'

/** What stands for a value that differs from candidate to candidate; the world's own brief has the value. */
const VARIES = '〔…〕'
const MOST_TEXT = 500
const MARK_OF_GROUND = 12

/** A task with the hash of what it is played on: on another ground it is another version of its item. */
export type PlacedTask = { readonly task: TaskDocument; readonly ground: string }

/**
 * The item of a task in the form of an author's file: the brief without the values of any variant, a check of the key for every check
 * that brings marks, its share being its marks in hundredths, and an explanation from the mistakes people are known to make.
 * Gates and deductions bring no marks and are no checks of the key; the laboratory takes them off.
 */
export function labItem(
  { task, ground }: PlacedTask,
  { area, marks, difficulty, importance }: TaskPlacing,
  skills: LabPlacings['skills'],
): object {
  const [scenario = '', version = ''] = task.scenario.split('@')
  return {
    id: codeOfTask(task.task),
    type: 'lab-task',
    area,
    marks,
    difficulty,
    importance,
    seconds: task.minutes * 60,
    source: `实验室任务${task.task}第${task.version}版，检验依据${ground.slice(0, MARK_OF_GROUND)}`,
    reviewed: true,
    brief: [paragraph(task.title), ...task.brief.trim().split('\n').map(paragraph)],
    scenario,
    scenarioVersion: Number(version),
    task: task.task,
    checks: task.checks.flatMap(check => {
      const share = Math.round(marksOfCheck(check) * 100)
      const code = check.claim === undefined ? undefined : skills[check.claim]
      const skill = code === undefined ? {} : { skill: { code, name: check.claim } }
      return share === 0 ? [] : [{ id: check.id, text: general(check.say).slice(0, MOST_TEXT), share, ...skill }]
    }),
    explanation: explanationOf(task),
  }
}

/** The author's file of a level's tasks, as the bank reads files; only the tasks given are in it. */
export function labItemFile(placings: LabPlacings, tasks: readonly PlacedTask[]): string {
  const byTask = new Map(tasks.map(each => [each.task.task, each]))
  const items = placings.tasks.flatMap(placing => {
    const task = byTask.get(placing.task)
    return task === undefined ? [] : [labItem(task, placing, placings.skills)]
  })
  const { edition, level, writer, reviewer } = placings
  return JSON.stringify({ edition, level, writer, reviewer, items })
}

function explanationOf(task: TaskDocument): object[] {
  const mistakes = task.mistakes.map(({ name, say }) => paragraph(say === undefined ? name : `${name}：${general(say)}`))
  return [paragraph('按操作结果逐项评分。常见错误：'), ...mistakes]
}

function paragraph(text: string): { readonly kind: 'paragraph'; readonly text: string } {
  return { kind: 'paragraph', text: general(text) }
}

/** A text that is the same for everybody. */
function general(text: string): string {
  return text.replaceAll(/\{\{[^{}]*\}\}/g, VARIES).trim()
}
