import { ASSEMBLE_USAGE } from './assemble/arguments.ts'
import { VERIFY_USAGE } from './audit/verify-arguments.ts'
import { EXCHANGE_USAGE } from './items/exchange-arguments.ts'
import { LINT_USAGE } from './items/lint-arguments.ts'
import { LAB_USAGE } from './lab/arguments.ts'
import { QTI_USAGE } from './qti/arguments.ts'
import { KEY_USAGE, SEAL_USAGE } from './seal/arguments.ts'
import { DRILL_USAGE } from './site/drill.ts'
import { WIRE_USAGE } from './site/wire-arguments.ts'
import { SEASON_USAGE } from './season/arguments.ts'

/** Every verb with what it does. */
export const USAGE = `职衡 Zhiheng

  zhiheng start          启动国家中心，首次启动建立示范国家 (start the centre)
  zhiheng seed           只建立示范国家的数据 (make the seed country)
  zhiheng migrate        只更新数据库结构 (update the database)
  zhiheng site           启动考点服务器 (start the server of an exam site)
  zhiheng site import    导入试卷包，另有trust、result (packages in, results out)
  zhiheng site drill     考点演练：负载模拟和各步进度 (drill of a running site)
  zhiheng site report    向中心报告考点状态，另有enrol、fetch、opening-key (what a site says to the centre)
  zhiheng season         虚拟考生走完一个考季并核对人数 (synthetic people through a whole season)
  zhiheng assemble       按约束组卷并证明 (assemble forms from tables, with proof)
  zhiheng audit verify   核验审计记录 (verify the audit log)
  zhiheng items lint     检查试题文件的质量 (what a machine sees in item files)
  zhiheng items inspect  读取试题文件并报告损失与错误 (what a file of items would bring)
  zhiheng items convert  在各种试题格式之间转换 (from one format to another)
  zhiheng lab tasks      列出实验室任务 (tasks of the laboratory)
  zhiheng lab gates      用多个变体检验任务能否发布 (try a task before its release)
  zhiheng lab items      列出作为试题的任务和能否发布 (tasks as items of the bank)
  zhiheng qti run|check  按QTI试题自身的规则评分，或检查试题包 (run or check QTI items of others)
  zhiheng seal           生成演练试卷包，核对试卷包 (rehearsal packages; judge a package)
  zhiheng key            启封密钥、份额、考点与封装人的密钥 (opening keys, shares, keys of sites and sealers)
  zhiheng doctor         检查本机是否具备运行条件 (is this machine right?)

${DRILL_USAGE}
${SEASON_USAGE}
${ASSEMBLE_USAGE}
${VERIFY_USAGE}
${LINT_USAGE}
${EXCHANGE_USAGE}
${LAB_USAGE}
${QTI_USAGE}
${SEAL_USAGE}
${KEY_USAGE}
${WIRE_USAGE}
start的参数见：zhiheng start --help`
