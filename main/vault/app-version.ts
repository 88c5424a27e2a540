/** What stands in every journal entry as the program that wrote it. The same version as in package.json; a test keeps it so. */
export const app = 'cordon 0.1.0';
