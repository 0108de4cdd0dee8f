import { z } from 'zod'
import { IMPORTANCES } from '../item.ts'

const Area = z.array(z.string().trim().min(1).max(60)).min(1).max(4)
const TaskId = z.string().regex(/^L[1-4]-\d{2}$/)

/** A task at its place in a practice weight table: the area it stands for, and what it brings on a paper of 100. */
export const TaskPlacing = z.strictObject({
  task: TaskId,
  area: Area,
  marks: z.int().min(1).max(100),
  difficulty: z.int().min(1).max(5),
  importance: z.enum(IMPORTANCES),
})
export type TaskPlacing = z.infer<typeof TaskPlacing>

/**
 * What an edition makes of the laboratory's tasks at a level: where each stands, and which 工作内容 of the edition each claim of a
 * rubric belongs to. A task itself knows no edition; another edition places the same tasks otherwise.
 */
export const LabPlacings = z.strictObject({
  edition: z.string().min(1).max(64),
  level: z.string().min(1).max(8),
  provenance: z.enum(['seed', 'reconstructed']),
  writer: z.string().min(1).max(60),
  reviewer: z.string().min(1).max(60),
  /** Number of the 工作内容 in the edition by what rubrics call a skill: `信息采集` shows `L4-1.1`. */
  skills: z.record(z.string().min(1).max(60), z.string().regex(/^L[1-5]-\d{1,2}\.\d{1,2}$/)),
  tasks: z
    .array(TaskPlacing)
    .min(1)
    .max(200)
    .refine(tasks => new Set(tasks.map(each => each.task)).size === tasks.length, { error: '任务重复' }),
})
export type LabPlacings = z.infer<typeof LabPlacings>

/** The number of a task's item in the bank: `L4-05` is `L4-LAB-05`. */
export function codeOfTask(task: string): string {
  return task.replace('-', '-LAB-')
}
