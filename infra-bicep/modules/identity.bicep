// One identity of its own, so that it has its roles before the app starts for the first time.

@description('Name of the identity.')
param name string

@description('Region.')
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

@description('Resource id, by which the app carries the identity.')
output id string = identity.id

@description('Client id, by which the app asks for tokens.')
output clientId string = identity.properties.clientId

@description('Principal id, which gets the roles.')
output principalId string = identity.properties.principalId
