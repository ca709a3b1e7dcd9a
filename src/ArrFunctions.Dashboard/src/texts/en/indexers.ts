export const indexers = {
};
