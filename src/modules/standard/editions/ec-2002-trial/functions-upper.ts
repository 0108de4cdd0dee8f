import type { OccupationalFunction } from '../../core/edition.ts'

/** 电子商务师国家职业标准(试行;四级名称改为电子商务员等): 职业功能, 工作内容, 技能要求 and 相关知识 of L2 and L1. */
export const functionsUpper: readonly OccupationalFunction[] = [
  {
    level: 'L2',
    function: '网站规划与维护',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '需求与栏目规划',
        skills: ['编写网站规划书', '提出功能与栏目结构'],
        knowledge: ['网站生命周期', '需求分析'],
        provenance: 'reconstructed',
      },
      {
        name: '内容与性能维护',
        skills: ['制定内容更新规程', '评估访问数据'],
        knowledge: ['访问统计', '可用性评价'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '网络营销策划',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '营销方案策划',
        skills: ['撰写网络营销计划', '编制推广预算'],
        knowledge: ['目标市场与组合', '预算方法'],
        provenance: 'reconstructed',
      },
      {
        name: '效果评估',
        skills: ['设定指标并评估效果', '提出改进'],
        knowledge: ['转化与成本指标', '评估模型'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '网络采购与供应链',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '网上招投标与采购',
        skills: ['发布招标、评标', '管理供应商'],
        knowledge: ['招投标规则', '供应商评价'],
        provenance: 'reconstructed',
      },
      {
        name: '库存与配送协调',
        skills: ['制定补货规则', '协调第三方物流'],
        knowledge: ['库存控制', '配送方式'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '电子交易管理',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '交易流程管理',
        skills: ['设计交易与结算流程', '处理纠纷'],
        knowledge: ['交易模式', '合同法与消费者保护'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '客户关系与数据',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '客户数据管理',
        skills: ['客户分级', '制定回访与忠诚计划'],
        knowledge: ['客户关系管理', '数据库营销'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '安全管理',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '安全方案',
        skills: ['编制安全管理制度', '组织备份与恢复演练'],
        knowledge: ['风险评估', '备份策略'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L2',
    function: '培训与指导',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '下级培训', skills: ['编写讲义', '指导并评价操作'], knowledge: ['教学方法', '操作评分'], provenance: 'reconstructed' }],
  },
  {
    level: 'L1',
    function: '电子商务战略规划',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '战略制定',
        skills: ['分析行业与竞争', '制定电子商务战略与路线图'],
        knowledge: ['战略分析', '商业模式'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L1',
    function: '业务流程与系统集成',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '流程再造与集成',
        skills: ['优化跨部门流程', '提出系统集成方案'],
        knowledge: ['业务流程再造', 'ERP与供应链集成'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L1',
    function: '经营分析与资源整合',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '经营决策',
        skills: ['建立经营指标体系', '投资与收益评估'],
        knowledge: ['财务分析', '投资评价'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L1',
    function: '风险与安全治理',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '风险治理',
        skills: ['识别法律、信用、技术风险', '制定应急预案'],
        knowledge: ['电子商务法律', '信用体系'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L1',
    function: '团队与项目管理',
    functionProvenance: 'reconstructed',
    tasks: [
      {
        name: '项目与人才',
        skills: ['组织项目实施', '制定人才培养计划', '指导论文与课题'],
        knowledge: ['项目管理', '人力资源'],
        provenance: 'reconstructed',
      },
    ],
  },
]
