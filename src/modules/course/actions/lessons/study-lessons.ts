import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import type {
  respondToLessonItem,
  keepLessonPlace,
  listLessons,
  readLesson,
  readLessonCoverage,
  readLessonFigure,
  searchLessonTexts,
} from '../../contract.ts'
import { coverageOf } from '../../core/lesson/coverage.ts'
import { searchLessons } from '../../core/lesson/search-lessons.ts'
import { MOST_TRIES_A_DAY, mayTryAgain } from '../../core/lesson/tries.ts'
import {
  respondedCounts,
  responsesOfLesson,
  finishReading,
  insertResponse,
  keepPlace,
  lockReading,
  readingOfLesson,
  readingsOfPerson,
} from '../../store/lessons.ts'
import { lessonCatalogue } from './catalogue.ts'
import type { WrittenLesson } from './read-lessons.ts'
import { scoreOf, viewCard, viewItem } from './view-lesson.ts'

type At<P> = { readonly params: P }

/** Every level with its lessons by function, in the order they are taught. */
export async function listAllLessons(tx: Tx, _request: unknown, ctx: Ctx): Promise<Result<ReplyOf<typeof listLessons>>> {
  const personId = personOf(ctx)
  const [readings, counts] = [await readingsOfPerson(tx, personId), await respondedCounts(tx, personId)]
  const byId = new Map(readings.map(one => [one.lessonId, one]))
  const levels = Map.groupBy(lessonCatalogue(ctx.ports.log).lessons.values(), one => one.lesson.level)
  const programmes = [...levels].map(([level, lessons]) => ({
    editionId: lessons[0]?.lesson.editionId ?? '',
    level,
    minutes: lessons.reduce((sum, one) => sum + one.lesson.minutes, 0),
    functions: [...Map.groupBy(lessons, one => one.lesson.function)].map(([name, own]) => ({
      name,
      lessons: own.map(one => viewCard(one, byId.get(one.lesson.id), counts.get(one.lesson.id) ?? 0)),
    })),
  }))
  return ok({ programmes })
}

/** A lesson as somebody reads it: their place, and their last responses explained. Refusal: `lesson-not-found`. */
export async function readOneLesson(
  tx: Tx,
  { params }: At<ParamsOf<typeof readLesson>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readLesson>>> {
  const { lessons, points } = lessonCatalogue(ctx.ports.log)
  const written = lessons.get(params.lessonId)
  if (!written) return refuse('lesson-not-found')
  const { lesson, items } = written
  const of = { personId: personOf(ctx), lessonId: lesson.id }
  const given = await responsesOfLesson(tx, of)
  const names = new Map(points.get(lesson.level)?.map(point => [point.code, point.name]))
  const { id, editionId, level, title, function: name, summary, minutes, goals, blocks } = lesson
  return ok({
    lessonId: id,
    editionId,
    level,
    title,
    function: name,
    summary,
    minutes,
    goals: [...goals],
    points: lesson.points.map(code => ({ code, name: names.get(code) ?? '' })),
    blocks: [...blocks],
    items: [...items.values()].map(item => viewItem(item, given)),
    place: (await readingOfLesson(tx, of))?.place ?? 0,
    before: neighbour(lessons, written, -1),
    next: neighbour(lessons, written, 1),
  })
}

function neighbour(lessons: ReadonlyMap<string, WrittenLesson>, written: WrittenLesson, step: 1 | -1) {
  const own = [...lessons.values()].filter(one => one.lesson.level === written.lesson.level)
  const found = own[own.indexOf(written) + step]
  return found ? { lessonId: found.lesson.id, title: found.lesson.title } : null
}

/** A drawing is shown as a picture, where it can run nothing and load nothing; so it names its own fonts. */
const FONTS = 'Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif'

export async function readFigure(_tx: Tx, { params }: At<ParamsOf<typeof readLessonFigure>>, ctx: Ctx): Promise<Result<FileReply>> {
  const written = lessonCatalogue(ctx.ports.log).lessons.get(params.lessonId)
  const isThere = written?.lesson.blocks.some(block => block.kind === 'figure' && block.file === params.file)
  if (!written || !isThere) return refuse('lesson-not-found')
  const text = await readFile(join(written.folder, 'figures', params.file), 'utf8')
  const bytes = Buffer.from(text.replaceAll('font-family="inherit"', `font-family="${FONTS}"`))
  return ok({ bytes, mediaType: 'image/svg+xml', fileName: params.file, inline: true })
}

type Kept = At<ParamsOf<typeof keepLessonPlace>> & { readonly body: BodyOf<typeof keepLessonPlace> }

export async function keepPlaceInLesson(tx: Tx, { params, body }: Kept, ctx: Ctx): Promise<Result<null>> {
  const written = lessonCatalogue(ctx.ports.log).lessons.get(params.lessonId)
  if (!written) return refuse('lesson-not-found')
  const of = { personId: personOf(ctx), lessonId: written.lesson.id }
  await keepPlace(tx, of, Math.min(body.place, written.lesson.blocks.length), ctx.now)
  if (body.finished) await finishReading(tx, of, ctx.now)
  return ok(null)
}

type Given = At<ParamsOf<typeof respondToLessonItem>> & { readonly body: BodyOf<typeof respondToLessonItem> }

/** Refusals: `lesson-not-found`, `lesson-item-not-found`, `response-invalid`, `lesson-tries-used`. */
export async function respondInLesson(tx: Tx, { params, body }: Given, ctx: Ctx): Promise<Result<ReplyOf<typeof respondToLessonItem>>> {
  const written = lessonCatalogue(ctx.ports.log).lessons.get(params.lessonId)
  if (!written) return refuse('lesson-not-found')
  const item = written.items.get(params.itemId)
  if (!item) return refuse('lesson-item-not-found')
  const response = interactionOf(item.type).parseResponse(body.response)
  if (!response.ok) return response
  const of = { personId: personOf(ctx), lessonId: written.lesson.id }
  const reading = await lockReading(tx, of)
  if (!reading) await keepPlace(tx, of, 0, ctx.now)
  const before = (await responsesOfLesson(tx, of)).filter(one => one.itemId === item.code)
  if (
    !mayTryAgain(
      before.map(one => one.givenAt),
      ctx.now,
    )
  )
    return refuse('lesson-tries-used', { most: MOST_TRIES_A_DAY })
  const score = scoreOf(item, response.value)
  const given = {
    itemId: item.code,
    number: before.length + 1,
    response: response.value,
    earned: score.earned,
    most: score.max,
    givenAt: ctx.now,
  }
  await insertResponse(tx, of, given, ctx.now)
  return ok(viewItem(item, [...before, given]))
}

export async function searchTexts(
  _tx: Tx,
  { query }: { readonly query: QueryOf<typeof searchLessonTexts> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof searchLessonTexts>>> {
  const lessons = [...lessonCatalogue(ctx.ports.log).lessons.values()].map(one => one.lesson)
  return ok({ hits: searchLessons(lessons, query.q) })
}

export async function readCoverage(_tx: Tx, _request: unknown, ctx: Ctx): Promise<Result<ReplyOf<typeof readLessonCoverage>>> {
  const { lessons, points } = lessonCatalogue(ctx.ports.log)
  const heads = [...lessons.values()].map(one => one.lesson)
  const levels = [...points].map(([level, list]) => {
    const editionId = heads.find(head => head.level === level)?.editionId ?? ''
    const { uncovered, points: covered } = coverageOf(level, list, heads)
    return {
      editionId,
      level,
      uncovered,
      points: covered.map(({ code, name, importance, area, lessons: in_ }) => ({
        code,
        name,
        importance,
        area: [...area],
        lessons: [...in_],
      })),
    }
  })
  return ok({ levels: levels.toSorted((a, b) => (a.level < b.level ? 1 : -1)) })
}

function personOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'person') throw new Error('the policy lets persons only')
  return ctx.actor.personId
}
