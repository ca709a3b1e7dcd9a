// Tables, queues and blobs: the state of the product, of Durable and of the host. No key opens it; the identity does.

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Region.')
param location string

@description('Redundancy.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param skuName string

@description('Principal id of the identity of the app.')
param principalId string

// What the host needs for its own connection, and the product for its state.
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(account.id, principalId, role.value)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

@description('Name of the storage account.')
output accountName string = account.name
