import { type Result, ok } from '../../../../kernel/result.ts'
import { IRT_MODELS, type Irt, type IrtModel, PARAMETER_COUNTS, irtFault, irtOfDifficulty } from '../problem/irt.ts'
import { type CsvRow, type TableFault, tableFault } from './csv.ts'
import { type Sheet, cellUnder, columnValues, isMissing, numberIn } from './sheet.ts'

/** Names under which the model and its parameters may stand. */
const MODEL = 'MODEL'
const SLOPE = ['A', 'DISCRIMINATION', 'SLOPE']
const PLACE = ['B', 'DIFFICULTY', 'LOCATION']
const GUESS = ['C', 'GUESSING']
export const PARAMETER_KEYS: ReadonlySet<string> = new Set([MODEL, ...Array.from({ length: 20 }, (_, n) => `PAR${n + 1}`)])

/** How the parameters of the rows of a table are read; null when it has none. */
export function parameterReader(sheet: Sheet): ((row: CsvRow) => Result<Irt | null, TableFault>) | null {
  if (sheet.keys.includes(MODEL) && sheet.keys.includes('PAR1')) return row => byModel(sheet, row)
  const place = PLACE.find(name => sheet.keys.includes(name))
  if (place === undefined) return null
  const values = columnValues(sheet, place).filter(value => value !== null)
  if (values.length === 0 || values.some(value => typeof value !== 'number')) return null
  const judged =
    place === 'DIFFICULTY' &&
    !SLOPE.some(name => sheet.keys.includes(name)) &&
    values.every(value => [1, 2, 3, 4, 5].includes(Number(value)))
  return row => byLetters(sheet, row, judged)
}

function byModel(sheet: Sheet, row: CsvRow): Result<Irt | null, TableFault> {
  const cell = cellUnder(sheet, row, MODEL)
  if (cell === null || isMissing(cell)) return ok(null)
  const model = modelNamed(cell.text)
  if (model === null)
    return {
      ok: false,
      refusal: tableFault(
        cell.line,
        cell.column,
        `不认识的模型“${cell.text}”，应为${IRT_MODELS.join('、')}`,
        `unknown model "${cell.text}", not one of ${IRT_MODELS.join(', ')}`,
      ),
    }
  const cells = Array.from({ length: PARAMETER_COUNTS[model][1] }, (_, n) => cellUnder(sheet, row, `PAR${n + 1}`)).filter(
    each => !isMissing(each),
  )
  const wrong = cells.find(each => numberIn(each?.text ?? '') === null)
  if (wrong)
    return {
      ok: false,
      refusal: tableFault(wrong.line, wrong.column, `参数“${wrong.text}”不是数`, `the parameter "${wrong.text}" is not a number`),
    }
  return sound({ model, parameters: cells.map(each => Number(each?.text)) }, cell.line, cell.column)
}

/** Columns a, b, c: as many as there are make the model. A difficulty judged from 1 to 5 is mapped to an ability. */
function byLetters(sheet: Sheet, row: CsvRow, judged: boolean): Result<Irt | null, TableFault> {
  const cells = [SLOPE, PLACE, GUESS].map(names => cellUnder(sheet, row, ...names))
  const [slope, place, guess] = cells.map(cell => (isMissing(cell) ? null : numberIn(cell?.text ?? '')))
  if (place === undefined || place === null) return ok(null)
  if (judged) return ok(irtOfDifficulty(place))
  const parameters = [slope ?? null, place, slope === null ? null : (guess ?? null)].filter(value => value !== null)
  return sound({ model: (['1PL', '2PL', '3PL'] as const)[parameters.length - 1] ?? '1PL', parameters }, row.line, cells[1]?.column ?? 1)
}

function sound(irt: Irt, line: number, column: number): Result<Irt, TableFault> {
  const why = irtFault(irt)
  return why === null ? ok(irt) : { ok: false, refusal: tableFault(line, column, why.zh, why.en) }
}

/** `1PL`, `1pl`, `item_1PL`, `RASCH`, `GRM` and the like. */
function modelNamed(text: string): IrtModel | null {
  const name = text.toUpperCase().replace(/^ITEM_/, '')
  const alias: Readonly<Record<string, IrtModel>> = { RASCH: '1PL', '1': '1PL', '2': '2PL', '3': '3PL', PCM: 'PC', GPCM: 'GPC', GRM: 'GR' }
  return IRT_MODELS.find(model => model === name) ?? (Object.hasOwn(alias, name) ? (alias[name] ?? null) : null)
}
