import {
  type ColumnDataType,
  type ColumnDefinitionBuilder,
  type ColumnDefinitionNode,
  DataTypeNode,
  type Kysely,
  type OperationNode,
  OperationNodeTransformer,
  PostgresAdapter,
  sql,
} from 'kysely'

/** The type of a number that grows with every row that is added. */
export function serialType(db: Kysely<never>): ColumnDataType {
  return isPostgres(db) ? 'bigserial' : 'integer'
}

/** A growing number that is given once only, also after the row that had it last is gone. PostgreSQL's are so anyway. */
export function neverReused(
  db: Kysely<never>,
  column: ColumnDefinitionBuilder,
): ColumnDefinitionBuilder {
  return isPostgres(db) ? column : column.autoIncrement()
}

/**
 * Lets migrations be written once, in SQLite's words, and mean the same on PostgreSQL: text is compared byte by byte, so that
 * prefixes and orders do not hang on the server's language, and an integer has 64 bits, as a chain's number may need.
 */
export function withSameColumnTypes<Tables>(db: Kysely<Tables>): Kysely<Tables> {
  if (!isPostgres(db)) return db
  const transformer = new PostgresColumns()
  return db.withPlugin({
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  })
}

/** kysely walks a statement by a class. */
class PostgresColumns extends OperationNodeTransformer {
  protected override transformColumnDefinition(
    ...[node, queryId]: Parameters<OperationNodeTransformer['transformColumnDefinition']>
  ): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node, queryId)
    return { ...column, dataType: inPostgres(column.dataType) }
  }
}

function inPostgres(type: OperationNode): OperationNode {
  if (!DataTypeNode.is(type)) return type
  if (type.dataType === 'text') return sql`text collate "C"`.toOperationNode()
  if (type.dataType === 'blob') return DataTypeNode.create('bytea')
  if (type.dataType === 'integer') return DataTypeNode.create('bigint')
  return type
}

function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
