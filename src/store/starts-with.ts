import type { Expression, ExpressionBuilder, SqlBool, StringReference } from 'kysely'

/** Above every character there is: in bytes no text is greater. */
const LAST = '\u{10ffff}'

/** Does a column begin with this text? As a range, which an index can find; `like` on SQLite reads every row. */
export function startsWith<Tables, Table extends keyof Tables>(
  where: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  prefix: string,
): Expression<SqlBool> {
  const bound = (text: string) => where.val(text) as never
  return where.and([where(column, '>=', bound(prefix)), where(column, '<', bound(prefix + LAST))])
}
