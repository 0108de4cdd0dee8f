import { ASSEMBLE_USAGE } from './assemble/arguments.ts'
import { VERIFY_USAGE } from './audit/verify-arguments.ts'
import { LINT_USAGE } from './items/lint-arguments.ts'
import { SEASON_USAGE } from './season/arguments.ts'

/** Every verb with what it does. */
export const USAGE = `职衡 Zhiheng

  zhiheng start          启动国家中心，首次启动建立示范国家 (start the centre)
  zhiheng seed           只建立示范国家的数据 (make the seed country)
  zhiheng migrate        只更新数据库结构 (update the database)
  zhiheng season         虚拟考生走完一个考季并核对人数 (synthetic people through a whole season)
  zhiheng assemble       按约束组卷并证明 (assemble forms from tables, with proof)
  zhiheng audit verify   核验审计记录 (verify the audit log)
  zhiheng items lint     检查试题文件的质量 (what a machine sees in item files)
  zhiheng doctor         检查本机是否具备运行条件 (is this machine right?)

${SEASON_USAGE}
${ASSEMBLE_USAGE}
${VERIFY_USAGE}
${LINT_USAGE}
start的参数见：zhiheng start --help`
