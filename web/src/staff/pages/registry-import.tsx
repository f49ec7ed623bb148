import { TableImport } from '../import/table-import.tsx';

/** 导入底数: who lives where, as a community has it in a table. */
export const RegistryImportPage = () => <TableImport of="registry" />;
